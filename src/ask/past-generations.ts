import type { Reader } from '../store/registry-reader.ts';
import { answerInstant } from './ask.ts';

type PastReader = Reader & { close(): void };

/** The registry as it was in earlier generations. */
export type PastGenerations = Readonly<{
  /** Runs `work` on one past generation; undefined when there was none of this number. */
  at<Result>(generation: number, work: (reader: Reader) => Promise<Result>): Promise<Result | undefined>;
  close(): void;
}>;

/** How long a past generation stays open after the last question about it, in milliseconds. */
const IDLE_MS = 30_000;

/**
 * Opens past generations, anew where another one is the newest by then; one at a time and each kept open for a while: opening one costs more than an answer, and an open
 * one holds back the clearing up of the database.
 */
export const openPastGenerations = (
  readerAt: (generation: number) => Promise<PastReader | undefined>,
  newest: () => Reader,
  idleMs = IDLE_MS,
): PastGenerations => {
  let open: PastReader | undefined;
  let under: Reader['reference'] | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = (): void => {
    clearTimeout(idle);
    open?.close();
    open = undefined;
  };
  const turn = async <Result>(generation: number, work: (reader: Reader) => Promise<Result>) => {
    clearTimeout(idle);
    const { reference } = newest();
    if (open?.generation !== generation || under !== reference) {
      close();
      under = reference;
      open = await readerAt(generation);
    }
    if (open === undefined) return undefined;
    return work(open).finally(() => {
      idle = setTimeout(close, idleMs).unref();
    });
  };
  return {
    at: (generation, work) => {
      const mine = last.then(() => turn(generation, work));
      last = mine.catch(() => undefined);
      return mine;
    },
    close,
  };
};

/**
 * Asks one generation, present or past, on the instant it was published: what was said then. Throws when the generation
 * was never published; questions are read so that none gets here.
 */
export const inGeneration = async <Result>(
  generation: number,
  newest: Reader,
  past: PastGenerations | undefined,
  say: (reader: Reader, instant: Date) => Promise<Result>,
): Promise<Result> => {
  const then = (reader: Reader): Promise<Result> => {
    const published = new Date(reader.reference.publishedAt ?? 0);
    return say(reader, answerInstant(reader.reference, published));
  };
  if (generation === newest.generation) return then(newest);
  const said = await past?.at(generation, then);
  if (said === undefined) throw new Error(`generation ${generation} cannot be opened`);
  return said;
};
