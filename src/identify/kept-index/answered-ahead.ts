import { type InstitutionQuestion, institutionFields } from '../../../schema/question.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import { keyFinder } from '../../names/index/postings.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { type NameAnswers, unpackAnswer } from './answers-file.ts';
import { contentOf, nameFinderFor } from './name-finders.ts';

const OTHERS = (Object.keys(institutionFields) as readonly (keyof InstitutionQuestion)[]).filter(
  (field) => field !== 'name',
);

/** Who is meant by a name, and where among the answers that stands. */
type Held = Readonly<{ at: number; name: string; said: Identification }>;

/** Places for what was said of names that are asked for again and again. Each answer has one place, which the one that was asked for twice holds. */
const PLACES = 4_096;

type Ahead = Readonly<{
  answers: NameAnswers;
  placeOf: (key: number) => number;
  /** The answer that was asked for last at each place, counted from 1. */
  asked: Uint32Array;
  held: (Held | null)[];
}>;

/** By reader: what one generation says is forgotten with it. */
const known = new WeakMap<Reader, Ahead>();
/** What was made last, for another reader that takes the same content up anew. */
let last: (Ahead & Readonly<{ content: string }>) | null = null;

/** From now on names on record are answered with these by this reader, of whose content they must be. */
export const answerWith = (reader: Reader, answers: NameAnswers): void => {
  const held = Array.from({ length: PLACES }, (): Held | null => null);
  const ahead = { answers, placeOf: keyFinder(answers.key), asked: new Uint32Array(PLACES), held };
  known.set(reader, ahead);
  if (reader.reference.registryHash !== '') last = { ...ahead, content: contentOf(reader) };
};

const aheadFor = (reader: Reader): Ahead | undefined => {
  const own = known.get(reader);
  if (own !== undefined || last?.content !== contentOf(reader)) return own;
  known.set(reader, last);
  return last;
};

/** What an answer says of a name; null where it is that of another name, since two may have one hash. */
const read = async ({ answers }: Ahead, at: number, name: string, reader: Reader) => {
  const { index } = await nameFinderFor(reader);
  const written = answers.name[at] ?? -1;
  if (index.names.at(written) !== name) return null;
  const bearer = index.institutions.at(index.owner[written] ?? 0);
  return unpackAnswer(answers.texts.at(answers.answer[at] ?? 0), { name, bearer });
};

const look = async (question: InstitutionQuestion, reader: Reader): Promise<Identification | null> => {
  const { name } = question;
  const ahead = aheadFor(reader);
  if (ahead === undefined || name === undefined || OTHERS.some((field) => question[field] !== undefined))
    return null;
  const { placeOf, asked, held } = ahead;
  const at = placeOf(exactKey(name));
  if (at < 0) return null;
  const place = at % PLACES;
  const known = held[place];
  if (known?.at === at && known.name === name) return known.said;
  const said = await read(ahead, at, name, reader);
  if (said !== null && asked[place] === at + 1) held[place] = { at, name, said };
  asked[place] = at + 1;
  return said;
};

type Asked = Readonly<{
  question: InstitutionQuestion;
  reader: Reader;
  found: Promise<Identification | null>;
}>;
let lately: Asked | null = null;

/**
 * Who is meant by a name that is written letter for letter as a name on record, where nothing else is asked: what `identify` said of it when that was made
 * ahead for this generation (src/ask/answer-names.ts). Null where it was not. Who asks this asks of the same question whether it was.
 */
export const answeredAhead = (
  question: InstitutionQuestion,
  reader: Reader,
): Promise<Identification | null> => {
  if (lately?.question === question && lately.reader === reader) return lately.found;
  const found = look(question, reader);
  lately = { question, reader, found };
  return found;
};

/** Whether it was. */
export const isAnsweredAhead = async (question: InstitutionQuestion, reader: Reader): Promise<boolean> =>
  (await answeredAhead(question, reader)) !== null;
