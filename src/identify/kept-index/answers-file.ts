import type { Identification } from '../../../schema/verdict.ts';
import type { TextList } from '../../names/index/text-list.ts';
import { holdsArrays, readArrays, textParts, writeArrays } from './kept-arrays.ts';

const FORMAT = 'licet-answers-1';
/**
 * Who is meant by names on record, made ahead: the hashes of the names, ascending, and for each the number of the name in the index of the same content and
 * the text that says it.
 */
export type NameAnswers = Readonly<{
  key: Uint32Array;
  name: Uint32Array;
  answer: Uint32Array;
  texts: TextList;
}>;

export const writeAnswers = (
  file: string,
  { key, name, answer, texts }: NameAnswers,
  stamp: string,
): Promise<void> => writeArrays(file, { format: FORMAT, stamp }, [key, name, answer, ...textParts(texts)]);

export const holdsAnswers = (file: string, stamp: string): Promise<boolean> =>
  holdsArrays(file, { format: FORMAT, stamp });

/** The answers of exactly this content, or null when there is no such file, or it is of another one, older, cut short or damaged. */
export const readAnswers = async (file: string, stamp: string): Promise<NameAnswers | null> => {
  const taken = await readArrays(file, { format: FORMAT, stamp });
  if (taken === null) return null;
  return { key: taken.in32(), name: taken.in32(), answer: taken.in32(), texts: taken.texts() };
};

/** What stands in a text for the name that was asked, and for the institution that bears it; JSON writes neither of these signs. */
const [NAME, BEARER] = ['\u0001', '\u0002'];

/** Whose answer it is: the name as it was asked, and the id of its bearer. */
type Of = Readonly<{ name: string; bearer: string }>;

/** An answer as a text that is the same for all names which are answered alike. */
export const packAnswer = (json: string, { name, bearer }: Of): string =>
  json.replaceAll(JSON.stringify(name), NAME).replaceAll(JSON.stringify(bearer), BEARER);

export const unpackAnswer = (text: string, { name, bearer }: Of): Identification =>
  JSON.parse(
    // By functions, since a “$” of a name is no sign of replacing.
    text.replaceAll(BEARER, () => JSON.stringify(bearer)).replaceAll(NAME, () => JSON.stringify(name)),
  );
