import type { Clock } from '../clock.ts';
import type { Reader } from '../store/registry-reader.ts';
import type { KeptBytes } from './deps.ts';

/** Pages looked for at a time, and how long the finding stands, in milliseconds. */
const SAMPLE = 16;
const STANDS_MS = 60_000;

/** What a look at the archive found: how many of the pages looked for are not there. */
type ArchiveState = Readonly<{ looked: number; missing: number }>;

/** The pages that the newest editions rest on. */
const newestPages = ({ reference }: Reader): readonly string[] => [
  ...new Set([...reference.sources.values()].flatMap(({ editions }) => editions.at(-1)?.snapshots ?? [])),
];

/**
 * Looks now and then whether pages of the newest editions are still in the archive: a few at most each time and at most once a
 * minute, however often it is asked, and others the next time, so that all are looked for in the end. Bytes are not read:
 * `licet archive check` does that. What was missing is looked for again first. A look that failed is not kept.
 */
export const watchArchive = (archive: KeptBytes, reader: () => Reader, clock: Clock) => {
  let known: ArchiveState & {
    at: number;
    reference: Reader['reference'] | null;
    next: number;
    gone: readonly string[];
  } = {
    looked: 0,
    missing: 0,
    at: Number.NEGATIVE_INFINITY,
    reference: null,
    next: 0,
    gone: [],
  };
  const look = async (now: number): Promise<void> => {
    const current = reader();
    const pages = newestPages(current);
    const again = known.gone.filter((page) => pages.includes(page)).slice(0, SAMPLE);
    const from = pages.length === 0 ? 0 : known.next % pages.length;
    const others = [...pages.slice(from), ...pages.slice(0, from)].filter((page) => !again.includes(page));
    const picked = [...again, ...others.slice(0, SAMPLE)];
    const before = known;
    // Whoever asks meanwhile is told what was found before.
    known = { ...known, at: now, reference: current.reference, next: from + SAMPLE };
    try {
      const gone: string[] = [];
      for (const page of picked)
        if (!(await archive.has(page)) && (await archive.tombstone(page)) === undefined) gone.push(page);
      known = { ...known, looked: picked.length, missing: gone.length, gone };
    } catch (cause) {
      known = before;
      throw cause;
    }
  };
  return async (): Promise<ArchiveState> => {
    const now = clock().getTime();
    if (now - known.at >= STANDS_MS || known.reference !== reader().reference) await look(now);
    const { looked, missing } = known;
    return { looked, missing };
  };
};
