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

type Ahead = Readonly<{ answers: NameAnswers; placeOf: (key: number) => number }>;

/** By reader: what one generation says is forgotten with it. */
const known = new WeakMap<Reader, Ahead>();
/** What was made last, for another reader that takes the same content up anew. */
let last: (Ahead & Readonly<{ content: string }>) | null = null;

/** From now on names on record are answered with these by this reader, of whose content they must be. */
export const answerWith = (reader: Reader, answers: NameAnswers): void => {
  const ahead = { answers, placeOf: keyFinder(answers.key) };
  known.set(reader, ahead);
  if (reader.reference.registryHash !== '') last = { ...ahead, content: contentOf(reader) };
};

const aheadFor = (reader: Reader): Ahead | undefined => {
  const own = known.get(reader);
  if (own !== undefined || last?.content !== contentOf(reader)) return own;
  known.set(reader, last);
  return last;
};

/** A name on record, its bearer, and the text of its answer. */
type Found = Readonly<{ name: string; bearer: string; text: () => string }>;

const look = async (question: InstitutionQuestion, reader: Reader): Promise<Found | null> => {
  const { name } = question;
  const ahead = aheadFor(reader);
  if (ahead === undefined || name === undefined || OTHERS.some((field) => question[field] !== undefined))
    return null;
  const { answers, placeOf } = ahead;
  const at = placeOf(exactKey(name));
  if (at < 0) return null;
  const { index } = await nameFinderFor(reader);
  const written = answers.name[at] ?? -1;
  // Two names may have one hash.
  if (index.names.at(written) !== name) return null;
  const bearer = index.institutions.at(index.owner[written] ?? 0);
  return { name, bearer, text: () => answers.texts.at(answers.answer[at] ?? 0) };
};

type Asked = Readonly<{ question: InstitutionQuestion; reader: Reader; found: Promise<Found | null> }>;
let lately: Asked | null = null;

/**
 * The name on record that is asked letter for letter, with nothing beside it, and which of the answers is its; null where it was not answered ahead. Who asks who is meant asks
 * of the same question whether that was answered ahead.
 */
const find = (question: InstitutionQuestion, reader: Reader): Promise<Found | null> => {
  if (lately?.question === question && lately.reader === reader) return lately.found;
  const found = look(question, reader);
  lately = { question, reader, found };
  return found;
};

/**
 * Who is meant by a name that is written letter for letter as a name on record, where nothing else is asked: what `identify` said of it when that was made
 * ahead for this generation (src/ask/answer-names.ts). Null where it was not.
 */
export const answeredAhead = async (
  question: InstitutionQuestion,
  reader: Reader,
): Promise<Identification | null> => {
  const found = await find(question, reader);
  return found === null ? null : unpackAnswer(found.text(), found);
};

/** Whether it was. */
export const isAnsweredAhead = async (question: InstitutionQuestion, reader: Reader): Promise<boolean> =>
  (await find(question, reader)) !== null;
