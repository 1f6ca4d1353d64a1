import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Question } from '../../schema/question.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import type { ByteText } from '../text/byte-text.ts';
import { shanghaiDay } from '../text/dates.ts';
import { seenBefore } from '../text/seen-before.ts';
import { POLICY_VERSION } from '../verdict/policy.ts';
import { answerInstant, ask, type PractitionerLookup } from './ask.ts';
import { askedAbout } from './asked-about.ts';
import { inGeneration, type PastGenerations } from './past-generations.ts';
import { readerFor } from './test-institutions.ts';
import { verdictBytes } from './verdict-bytes.ts';

const DAY_MS = 86_400_000;

/** What one generation says on one day: inside it the same question has the same bytes. */
export type Epoch = Readonly<{
  reader: Reader;
  /** The instant answers count from. */
  instant: Date;
  /** In milliseconds: the day in Asia/Shanghai. */
  from: number;
  until: number;
  key: string;
}>;

/** A finished answer and the ids of the institutions it is about, for whoever counts. */
type MadeAnswer = Readonly<{ body: ByteText; about: readonly string[] }>;

/** A finished answer to be kept; `body` is null as long as only its ETag was needed. */
type Finished = Readonly<{ etag: string; body: ByteText | null; about: readonly string[] }>;

/** The same as it is kept; `packed` (brotli) is not there as long as nobody took it so. */
type CachedAnswer = Finished & { packed?: ByteText };

/** What a kept answer takes beside its bytes: the same ones compressed, a third of them. */
const WITH_PACKED = 1.4;

export type Answers = Readonly<{
  /** The present epoch; a newer generation or a new day empties the cache. */
  epoch(): Epoch;
  /** The finished answer held under this address or question key, of the present epoch only. */
  cached(key: string): CachedAnswer | undefined;
  cache(epoch: Epoch, key: string, answer: Finished): void;
  etag(epoch: Epoch, question: Question): string;
  body(epoch: Epoch, question: Question): Promise<MadeAnswer>;
  /** The answer of the epoch's own generation, for pages; nothing of it is kept. */
  verdict(epoch: Epoch, question: Question): Promise<Verdict>;
  /** The same, save that `identity.score` may not tell how likely the institution is among others: for lists, which do not tell it. */
  unscored(epoch: Epoch, question: Question): Promise<Verdict>;
  /** Whether an id is that of an institution on record, or of one that another was merged into. */
  isOnRecord(epoch: Epoch, id: string): Promise<boolean>;
  questionKey(question: Question): string;
  size(): Readonly<{ entries: number; bytes: number }>;
}>;

/** A question as one text: the same for every way of writing it (order of fields, case of codes, defaults left out). */
const questionKey = ({ institution: who, practitioner, ...rest }: Question): string =>
  JSON.stringify([
    [
      who.id,
      who.licenceNumber,
      who.uscc,
      who.name,
      who.province,
      who.city,
      who.address,
      who.website,
      who.campus,
    ],
    practitioner === undefined
      ? null
      : [practitioner.name, practitioner.certificateNumber, practitioner.purpose],
    rest.service,
    rest.claims,
    rest.asOf,
    rest.generation,
    rest.lang,
  ]);

/** Questions remembered (by their ETag) as asked once, and at most twice as many: an answer enters the cache from the second time on. */
const REMEMBERED = 20_000;

/** `cacheBytes`: memory for finished answers. `testInstitutions`: whether the made-up ones answer. */
type Settings = Readonly<{ cacheBytes: number; testInstitutions: boolean }>;

const newEpoch = (reader: Reader, now: Date): Epoch => {
  const day = shanghaiDay(now);
  const from = Date.parse(`${day}T00:00:00+08:00`);
  const instant = answerInstant(reader.reference, now);
  return {
    reader,
    instant,
    from,
    until: from + DAY_MS,
    key: `${reader.generation}/${POLICY_VERSION}/${day}`,
  };
};

/**
 * Caches finished answers as bytes, bounded by `cacheBytes`, for the generation and day they were made on.
 * `people` looks up physicians' rows; an answer about a person is never cached.
 * `past` opens earlier generations, for questions about what was said then.
 * `reader` gives the newest generation and `clock` the present; both are asked on every request, so both must be cheap.
 */
export const createAnswers = (
  reader: () => Reader,
  clock: () => Date,
  { cacheBytes, testInstitutions }: Settings,
  past?: PastGenerations,
  people?: () => PractitionerLookup,
): Answers => {
  const cache = new LRUCache<string, CachedAnswer>({
    maxSize: cacheBytes,
    sizeCalculation: ({ body }, key) => Math.ceil((body?.length ?? 0) * WITH_PACKED) + 2 * key.length + 256,
  });
  const askedBefore = seenBefore(REMEMBERED);
  let current = newEpoch(reader(), clock());
  const epoch = (): Epoch => {
    const newest = reader();
    const now = clock();
    const time = now.getTime();
    if (newest === current.reader && time < current.until && time >= current.from) return current;
    const next = newEpoch(newest, now);
    if (next.key !== current.key || next.reader.reference !== current.reader.reference) cache.clear();
    current = next;
    return current;
  };
  const answer = (question: Question, reader: Reader, instant: Date, remembered = true): Promise<Verdict> => {
    const asked = readerFor(question.institution.id, reader, testInstitutions, instant);
    return ask(question, asked, instant, question.practitioner && people?.(), remembered);
  };
  return {
    epoch,
    cached: (key) => cache.get(key),
    cache: (of, key, answer) => {
      if (of === current && askedBefore(answer.etag)) cache.set(key, { ...answer });
    },
    etag: (of, question) =>
      `"${hash('sha256', `${of.key}/${of.reader.reference.registryHash}/${of.instant.getTime()}/${questionKey(question)}`, 'base64url').slice(0, 27)}"`,
    verdict: (of, question) => answer(question, of.reader, of.instant),
    unscored: (of, question) => answer(question, of.reader, of.instant, false),
    isOnRecord: async (of, id) => {
      const reader = readerFor(id, of.reader, testInstitutions, of.instant);
      return ((await reader.dossier(id)) ?? (await reader.redirect(id))) !== undefined;
    },
    body: (of, question) => {
      const say = async (reader: Reader, instant: Date): Promise<MadeAnswer> => {
        const verdict = await answer(question, reader, instant);
        const about = question.practitioner === undefined ? askedAbout(verdict) : [];
        return { body: verdictBytes(verdict), about };
      };
      if (question.generation === undefined) return say(of.reader, of.instant);
      return inGeneration(question.generation, of.reader, past, say);
    },
    questionKey,
    size: () => ({ entries: cache.size, bytes: cache.calculatedSize }),
  };
};
