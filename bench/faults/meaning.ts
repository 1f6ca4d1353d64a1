import type { SourceRecord } from '../../schema/record.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { readEdition } from '../../src/harvest/read/read-edition.ts';
import { GOOD_NIGHT } from './registry.ts';

const SERIAL = /^(序号|编号|no\.?|第1列)$/i;

/** What a row says, without its place on the page, its serial number and the order of its columns. */
const meaningOf = ({ row: _, raw, ...rest }: SourceRecord): string => {
  const words = Object.entries(raw).filter(([heading]) => !SERIAL.test(heading.trim()));
  return JSON.stringify([rest, words.map((pair) => pair.join('\0').replace(/\s+/gu, ' ').trim()).sort()]);
};

/** What the parser makes of a page, read at one and the same instant whatever night it came in. */
export const sayings = async (
  { descriptor, ...source }: Source,
  body: Uint8Array,
): Promise<ReadonlySet<string>> => {
  const page = { page: descriptor.pages[0]?.key } as Snapshot;
  const read = await readEdition(
    { descriptor, ...source },
    { snapshots: [page], bodies: [body] },
    GOOD_NIGHT.toISOString(),
  );
  return new Set([`as of ${read.asOf}`, ...[...read.records].map(({ record }) => meaningOf(record))]);
};
