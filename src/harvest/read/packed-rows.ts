import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { SourceRecord } from '../../../schema/record.ts';
import type { EditionRow, EditionRows } from '../../store/ingest-types.ts';

/** Rows that lie unpacked: most lists have fewer, and cost nothing to go through. */
const OPEN = 2_000;
/** Rows packed together: enough that their columns and places are written once. */
const TOGETHER = 500;
const QUICK = { params: { [constants.ZSTD_c_compressionLevel]: 1 } } as const;

const pack = (rows: readonly EditionRow[]): Uint8Array => zstdCompressSync(JSON.stringify(rows), QUICK);
const unpack = (bytes: Uint8Array): readonly EditionRow[] =>
  JSON.parse(zstdDecompressSync(bytes).toString('utf8')) as EditionRow[];

/**
 * The rows of an edition while it is read and judged. Of a long list all but the first and the last lie packed, a twentieth of the size:
 * as objects, a country's register of a million rows takes six gigabytes.
 */
export const packedRows = () => {
  const first: EditionRow[] = [];
  const packs: Uint8Array[] = [];
  let last: EditionRow[] = [];
  let length = 0;
  const rows: EditionRows = {
    get length() {
      return length;
    },
    *[Symbol.iterator]() {
      yield* first;
      for (const bytes of packs) yield* unpack(bytes);
      yield* last;
    },
  };
  const push = (row: EditionRow): number => {
    if (first.length < OPEN) first.push(row);
    else last.push(row);
    if (last.length === TOGETHER) {
      packs.push(pack(last));
      last = [];
    }
    length += 1;
    return length;
  };
  return { rows, push };
};

/** The same rows, each made another one whenever they are gone through. */
export const eachRow = (rows: EditionRows, change: (row: EditionRow) => EditionRow): EditionRows => ({
  length: rows.length,
  *[Symbol.iterator]() {
    for (const row of rows) yield change(row);
  },
});

/** The records alone. */
export function* recordsOf(rows: Iterable<EditionRow>): Generator<SourceRecord> {
  for (const { record } of rows) yield record;
}
