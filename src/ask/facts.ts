import { LRUCache } from 'lru-cache';
import type { Dossier } from '../../schema/institution.ts';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { identify } from '../identify/identify.ts';
import { nameKeys } from '../name-keys/keys.ts';
import type { Reader } from '../store/registry-reader.ts';
import type { AnswerInput } from '../verdict/answer.ts';
import { otherSpellings } from '../verdict/vocabulary/other-spellings.ts';

const NONE: ReadonlyMap<string, Dossier> = new Map();

/** What is on record of each of these ids that is. */
export const dossiers = async (
  ids: readonly string[],
  reader: Reader,
): Promise<ReadonlyMap<string, Dossier>> => {
  const found = await Promise.all(ids.map((id) => reader.dossier(id)));
  return new Map(found.flatMap((dossier) => (dossier === undefined ? [] : [[dossier.id, dossier] as const])));
};

const findBearers = async (dossier: Dossier, reader: Reader): Promise<readonly string[]> => {
  const keys = otherSpellings(dossier).map((spelling) => nameKeys(spelling).full);
  const hits = await Promise.all(keys.map((key) => reader.findNameKey(key)));
  return [...new Set(hits.flat().map(({ institution }) => institution))].filter((id) => id !== dossier.id);
};

/** Institutions of which bearers are kept. */
const MOST_KEPT = 2_000;
/** By reader: what one generation says is forgotten with it. */
const bearers = new WeakMap<Reader, LRUCache<string, readonly string[]>>();

/**
 * Institutions that bear another spelling of this one's name: absence from a list may count as a no only after these were
 * looked for on it too (src/verdict/vocabulary/other-spellings.ts). They are the same whatever treatment is asked about.
 */
const bearersOfOtherSpellings = async (
  dossier: Dossier,
  reader: Reader,
  remembered: boolean,
): Promise<readonly string[]> => {
  const kept = bearers.get(reader) ?? new LRUCache<string, readonly string[]>({ max: MOST_KEPT });
  bearers.set(reader, kept);
  const before = kept.get(dossier.id);
  if (before !== undefined) return before;
  const found = await findBearers(dossier, reader);
  if (remembered) kept.set(dossier.id, found);
  return found;
};

/**
 * Who is meant, and all that is known of them: what every answer about one institution starts from. Other spellings are
 * looked up where a treatment is asked about, because only there can absence from a list mean no. `remembered`: src/identify/known-answers.ts.
 */
export const gatherFacts = async (
  who: InstitutionQuestion,
  reader: Reader,
  aboutService = true,
  remembered = true,
): Promise<Pick<AnswerInput, 'identification' | 'dossier' | 'candidates' | 'spellingsSearched'>> => {
  const identification = await identify(who, reader, remembered);
  const { id } = identification;
  const dossier = id === null ? null : ((await reader.dossier(id)) ?? null);
  const named = identification.candidates.map((candidate) => candidate.id);
  const spelled =
    dossier === null || !aboutService ? [] : await bearersOfOtherSpellings(dossier, reader, remembered);
  const others = [...new Set([...named, ...spelled])];
  const candidates = others.length === 0 ? NONE : await dossiers(others, reader);
  return { identification, dossier, candidates, spellingsSearched: aboutService };
};

export type Facts = Awaited<ReturnType<typeof gatherFacts>>;
