import type { Snapshot } from '../../../schema/snapshot.ts';
import type { EditionRow } from '../../store/ingest-types.ts';
import type { Source } from '../catalogue.ts';
import { acceptRead } from '../gate/accept-read.ts';
import type { Received } from '../read/read-edition.ts';
import type { HarvestNeeds, SourceReport } from '../source-report.ts';
import { type Captured, type Prepared, prepareCapture } from './capture.ts';

/** One row that a person sent, with its number and the result of checking it. */
export type Looked = Readonly<{ row: number; prepared: Prepared }>;

type LookNeeds = Parameters<typeof prepareCapture>[1];

/** Refuses a row with the key of an earlier row: the person must say which of the two is right. */
const onceOnly = (looked: readonly Looked[]): readonly Looked[] => {
  const first = new Map<string, number>();
  return looked.map(({ row, prepared }) => {
    const { key } = prepared;
    const before = key === null ? undefined : first.get(key);
    if (key === null || before === undefined) {
      if (key !== null) first.set(key, row);
      return { row, prepared };
    }
    const problems = [...prepared.problems, `row ${before} is about the same key; keep one of the two`];
    return { row, prepared: { ...prepared, problems, edition: null } };
  });
};

/**
 * Checks every row (`prepareCapture`). Each gets an instant a millisecond later than the one before, since each row is kept as a
 * page of its own. Nothing is written.
 */
export const lookAtCaptures = async (
  source: Source,
  { store, now }: LookNeeds,
  rows: readonly Readonly<{ row: number; captured: Captured }>[],
): Promise<readonly Looked[]> => {
  const looked: Looked[] = [];
  for (const [at, { row, captured }] of rows.entries()) {
    const own = { store, now: new Date(now.getTime() + at) };
    looked.push({ row, prepared: await prepareCapture(source, own, captured) });
  }
  return onceOnly(looked);
};

type PageList = (readonly [Snapshot, Uint8Array])[];

/** Adds the pages of one row: the row itself, which comes first, and its proof, which is kept once for all rows it proves. */
const addPages = (pages: PageList, { snapshots, bodies }: Received): void => {
  for (const [at, snapshot] of snapshots.entries()) {
    const body = bodies[at];
    const again = at > 0 && pages.some(([{ sha256 }]) => sha256 === snapshot.sha256);
    if (body !== undefined && !again) pages.push([snapshot, body]);
  }
};

/** Several rows as one edition, which is written whole or not at all. Null when no row is good. */
const together = (looked: readonly Looked[]) => {
  const editions = looked.flatMap(({ prepared }) => (prepared.edition === null ? [] : [prepared.edition]));
  const [first] = editions;
  if (first === undefined) return null;
  const pages: PageList = [];
  const records: EditionRow[] = [];
  for (const { received, read } of editions) {
    const from = pages.length;
    for (const { page, record } of read.records) records.push({ page: page + from, record });
    addPages(pages, received);
  }
  const received = { snapshots: pages.map(([page]) => page), bodies: pages.map(([, body]) => body) };
  const issues = editions.flatMap(({ read }) => read.issues);
  return { received, read: { ...first.read, records, issues }, by: first.by, because: first.because };
};

/**
 * Records the good rows as one edition, in one transaction; rows captured earlier stay. A process that is killed half-way leaves
 * nothing behind but bytes in the archive that no row refers to. Null when no row is good.
 */
export const recordCaptures = async (
  source: Source,
  needs: HarvestNeeds,
  looked: readonly Looked[],
): Promise<SourceReport | null> => {
  const edition = together(looked);
  if (edition === null) return null;
  const { received, read, by, because } = edition;
  return acceptRead(source, needs, received, read, { decidedBy: by, reason: because });
};
