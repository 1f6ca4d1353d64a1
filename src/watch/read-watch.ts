import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import {
  MAX_WATCH_ENTRIES,
  ownWords,
  type WatchAspect,
  watchAspect,
  watchAspects,
  watchLanguage,
} from '../../schema/watch.ts';
import { parseQuestion } from '../ask/parse-question.ts';
import { personalFields } from '../ask/personal-fields.ts';
import type { QuestionContext, RawQuestion, Refused } from '../ask/question-context.ts';
import { readField, readFields } from '../ask/read-fields.ts';
import type { FieldError } from '../errors.ts';
import type { NewWatch, NewWatchEntry } from '../store/service/watches.ts';

/** A list that holds more errors than this is not read to its end: to say what is near to each unknown word is dear. */
const MOST_ERRORS = 50;
/** Entries that are read before other requests get their turn. */
const A_TURN = 100;

/** Fields of a question that a watch does not have, and why. */
const refusedFields: Readonly<Record<string, string>> = {
  practitioner: 'cannot be watched: nobody is kept on a list as a person',
  certificateNumber: 'cannot be watched: nobody is kept on a list as a person',
  purpose: 'belongs to a question about a physician, which cannot be watched',
  asOf: 'cannot be watched: what was in force on a past day does not change',
  generation: 'cannot be watched: what was said in a past generation does not change',
  lang: 'stands beside `entries`, once for the whole watch',
};

const fields = {
  name: ownWords,
  lang: watchLanguage,
  tell: z.array(watchAspect).max(watchAspects.length),
  /** Read one by one below, each under its own address. */
  entries: z.unknown(),
};

/** What a partner hands in, read: but for who it is and when. */
type WatchOrder = Readonly<{
  watch: Pick<NewWatch, 'name' | 'lang' | 'tell'>;
  entries: readonly NewWatchEntry[];
}>;

type ReadEntry = NewWatchEntry | Refused;

const bad = (errors: readonly FieldError[]): Refused => ({ code: 'LICET_BAD_QUESTION', errors });

const readEntry = (item: unknown, context: QuestionContext): ReadEntry => {
  const { pointer } = context;
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return bad([
      {
        field: pointer,
        problem: 'is not an object',
        expected: 'a question such as {"name":"…","city":"…","service":"G06","reference":"…"}',
      },
    ]);
  const { reference, ...raw } = item as RawQuestion;
  const personal = personalFields({ reference }, context);
  if (personal.length > 0) return { code: 'LICET_PERSONAL_NUMBER', errors: personal };
  const own = reference === undefined ? null : readField(ownWords, reference, `${pointer}/reference`);
  const refused = Object.entries(refusedFields).flatMap(([field, problem]) =>
    raw[field] === undefined ? [] : [{ field: `${pointer}/${field}`, problem }],
  );
  const parsed = parseQuestion(
    Object.fromEntries(Object.entries(raw).filter(([field]) => !(field in refusedFields))),
    context,
  );
  const errors = [
    ...refused,
    ...(own !== null && 'errors' in own ? own.errors : []),
    ...('errors' in parsed ? parsed.errors : []),
  ];
  if (errors.length > 0 || !('question' in parsed))
    return { code: 'code' in parsed ? parsed.code : 'LICET_BAD_QUESTION', errors };
  const { institution, service, claims } = parsed.question;
  const question = { institution, ...(service === undefined ? {} : { service }), claims };
  return { question, reference: own !== null && 'value' in own ? own.value : null };
};

const notRead = (at: number): Refused =>
  bad([
    {
      field: `/entries/${at}`,
      problem: `was not read, nor what follows: more than ${MOST_ERRORS} errors stand before it`,
      expected: 'those mended first',
    },
  ]);

const readEntries = async (
  items: readonly unknown[],
  context: QuestionContext,
): Promise<readonly ReadEntry[]> => {
  const read: ReadEntry[] = [];
  let errors = 0;
  for (const [at, item] of items.entries()) {
    if (errors > MOST_ERRORS) return [...read, notRead(at)];
    const entry = readEntry(item, { ...context, pointer: `/entries/${at}` });
    if ('errors' in entry) errors += entry.errors.length;
    read.push(entry);
    if (at % A_TURN === A_TURN - 1) await turn();
  }
  return read;
};

const isRefused = (entry: ReadEntry): entry is Refused => 'errors' in entry;

const listIn = ({ entries }: RawQuestion): readonly unknown[] | Refused => {
  const expected = `a list of 1 to ${MAX_WATCH_ENTRIES} questions`;
  if (!Array.isArray(entries)) return bad([{ field: '/entries', problem: 'is no list', expected }]);
  if (entries.length >= 1 && entries.length <= MAX_WATCH_ENTRIES) return entries;
  return bad([{ field: '/entries', problem: `holds ${entries.length} questions`, expected }]);
};

type Terms = WatchOrder['watch'];

/** Reads what a watch is called, its language and what it tells, without its entries. Gives it, or the refusal of it. */
export const readTerms = (
  raw: RawQuestion,
  context: QuestionContext,
): Readonly<{ terms: Terms }> | Refused => {
  const readable = readFields('a watch', fields, raw, context, 'name');
  if (!('found' in readable)) return readable;
  const { name, lang = context.lang, tell = [] } = readable.found;
  if (name === undefined || readable.errors.length > 0) return bad(readable.errors);
  const asked = new Set<WatchAspect>(['verdict', ...tell]);
  return { terms: { name, lang, tell: watchAspects.filter((one) => asked.has(one)) } };
};

/**
 * Reads a watch as a partner hands it in: `name`, `lang`, `tell`, and 1 to 10,000 `entries`. Gives it, or every refusal: one bad entry
 * refuses the whole list, since half a list is easily taken for a whole.
 */
export const readWatch = async (
  raw: RawQuestion,
  context: QuestionContext,
): Promise<WatchOrder | readonly Refused[]> => {
  const items = listIn(raw);
  const read = readTerms({ ...raw, entries: [] }, context);
  const entries = 'errors' in items ? [items] : await readEntries(items, context);
  const refused = [...('terms' in read ? [] : [read]), ...entries.filter(isRefused)];
  if (!('terms' in read) || refused.length > 0) return refused;
  return { watch: read.terms, entries: entries.flatMap((entry) => (isRefused(entry) ? [] : [entry])) };
};
