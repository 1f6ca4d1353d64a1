import { LRUCache } from 'lru-cache';
import { type InstitutionQuestion, institutionFields } from '../../schema/question.ts';
import type { Identification } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { answeredAhead } from './kept-index/answered-ahead.ts';

/** Most that is remembered of one generation, in characters as `sizeOf` counts them. */
const MOST = 4 * 1_048_576;
/** What an identification without candidates takes, and each reason more. */
const [BARE, REASON] = [200, 150];

const FIELDS = Object.keys(institutionFields) as readonly (keyof InstitutionQuestion)[];

const keyOf = (question: InstitutionQuestion): string =>
  JSON.stringify(FIELDS.map((field) => question[field]));

const sizeOf = ({ why, candidates }: Identification, key: string): number =>
  BARE + key.length + REASON * candidates.reduce((sum, one) => sum + 1 + one.why.length, why.length);

/** By reader: what one generation said is forgotten with it. */
const known = new WeakMap<Reader, LRUCache<string, Identification>>();

type Find = (question: InstitutionQuestion, reader: Reader) => Promise<Identification>;

/**
 * Who is meant by a name depends on the question and the generation alone, not on the day, the treatment or the marks asked about, and costs most of an
 * answer; names of well-known hospitals are asked again and again. So what was found is remembered for as long as the generation answers, within
 * bounds; and what names on record mean is made ahead, where there was time for it, which is quicker had from there than remembered. `find` must depend on nothing else. A question without a name is found by its number at
 * once, and not remembered; nor is one of a list (`remembered`), which would drive out all others.
 */
export const rememberingNames = (find: Find) => {
  return async (
    question: InstitutionQuestion,
    reader: Reader,
    remembered = true,
  ): Promise<Identification> => {
    const ahead = question.name === undefined ? null : await answeredAhead(question, reader);
    if (ahead !== null) return ahead;
    if (question.name === undefined || !remembered) return find(question, reader);
    const memory = known.get(reader) ?? new LRUCache<string, Identification>({ maxSize: MOST });
    known.set(reader, memory);
    const key = keyOf(question);
    const before = memory.get(key);
    if (before !== undefined) return before;
    const found = await find(question, reader);
    memory.set(key, found, { size: sizeOf(found, key) });
    return found;
  };
};
