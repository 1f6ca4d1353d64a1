import { hash } from 'node:crypto';
import type { RowWisePage } from '../../../schema/source.ts';
import { DIGEST, growing } from './row-entries.ts';

/** Bytes of an entry: the digest of a run, the place of its first row in the list, and how many it has. */
export const RUN = DIGEST + 8;

/** One row in this many ends a run: fewer digests the longer runs are, and more rows to digest alone where one changed. */
const EVERY = 16;
/** Where no row ends it, a run ends after so many. */
const MOST = 64;

/** Rows of a page, from `from` to before `to`. */
type Run = Readonly<{ from: number; to: number }>;

/**
 * The rows of a page that can tell of several at once, in runs. A row's own text alone decides whether a run ends with it, so that where rows are added,
 * changed or gone the runs behind them stay what they were.
 */
function* runsOf(signOf: (at: number) => number, rows: number): Generator<Run> {
  for (let from = 0, at = 0; at < rows; at += 1) {
    const sign = signOf(at);
    const mixed = Math.imul(sign ^ (sign >>> 15), 0x9e3779b1) >>> 16;
    if (mixed % EVERY !== 0 && at + 1 - from < MOST && at + 1 < rows) continue;
    yield { from, to: at + 1 };
    from = at + 1;
  }
}

/** Gives the function that writes the digest of a text, under `context`, into `digest`. */
export const digester = (context: string) => {
  const under = hash('sha256', context, 'buffer');
  return (text: string | Uint8Array, digest: Uint8Array): void => {
    const sum = hash('sha256', text, 'binary');
    for (let at = 0; at < DIGEST; at += 1) digest[at] = sum.charCodeAt(at) ^ (under[at] ?? 0);
  };
};

/** The runs of a page, the digest of each written into `digest` before it is given; of a page that tells of each row alone, all rows as one without a digest. */
export function* digestedRuns(
  page: RowWisePage,
  context: string,
  digest: Uint8Array,
): Generator<Run & Readonly<{ digested: boolean }>> {
  const { together } = page;
  if (together === undefined) return yield { from: 0, to: page.rows, digested: false };
  const write = digester(context);
  for (const { from, to } of runsOf(together.signOf, page.rows)) {
    write(together.bytes(from, to), digest);
    yield { from, to, digested: true };
  }
}

/** Collects the runs of an edition: their digests, and where their rows stand in its list. */
export const runEntries = () => {
  const { add, all } = growing();
  const entry = new Uint8Array(RUN);
  const numbers = new Uint32Array(entry.buffer, DIGEST);
  return {
    add: (digest: Uint8Array, place: number, rows: number): void => {
      entry.set(digest);
      numbers[0] = place;
      numbers[1] = rows;
      add(entry);
    },
    all,
  };
};
