import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SourceRecord } from '../../schema/record.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { openArchive } from '../../src/archive/archive.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import type { Obtain } from '../../src/harvest/obtain.ts';
import { readEdition } from '../../src/harvest/read-edition.ts';
import { harvestSource, type SourceReport } from '../../src/harvest/run.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Fault } from './fault.ts';
import type { Subject } from './good-pages.ts';

/** `stopped`: nothing of the fault was published; `published`: something was; `idle`: it touched nothing that is read. */
export type Outcome = Readonly<{
  fault: string;
  harmless: boolean;
  state: 'stopped' | 'published' | 'idle';
  /** What the run said: its state and first refusal, or its counts. */
  says: string;
}>;

const GOOD_NIGHT = new Date('2026-11-20T18:00:00Z');
const BAD_NIGHT = new Date('2026-11-21T18:00:00Z');

type Night = (body: Uint8Array, now: Date) => Promise<SourceReport>;

const bringing =
  (body: Uint8Array): Obtain =>
  async (_, page) => ({ state: 'obtained', body, url: page.url, transport: 'https', contentType: '' });

/** One registry that holds the good edition, put back as it was whenever a page got through. */
const registry = async (root: string, source: Source) => {
  const data = join(root, 'data');
  const open = (): Promise<Store> => openStore({ file: join(data, 'licet.db') });
  let store = await open();
  const archive = openArchive(join(data, 'archive'));
  const night: Night = async (body, now) => {
    const [page] = source.descriptor.pages;
    const file = join(root, page?.file ?? 'page');
    mkdirSync(dirname(file), { recursive: true });
    if (source.descriptor.how === 'bundled') writeFileSync(file, body);
    return harvestSource({ ...source, dir: root }, { store, archive, now, obtain: bringing(body) });
  };
  const swap = async (from: string, to: string): Promise<void> => {
    await store.close();
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
    store = await open();
  };
  const good = join(root, 'good');
  return { night, keep: () => swap(data, good), restore: () => swap(good, data), close: () => store.close() };
};

const said = ({ state, refusals, rows, added, changed, removed, missing, issues }: SourceReport): string =>
  state === 'accepted' || state === 'unchanged'
    ? `${state}: ${rows} rows, ${added} added, ${changed} changed, ${removed} removed, ${missing} missing, ${issues} issues`
    : `${state}: ${refusals[0] ?? ''}`;

const SERIAL = /^(序号|编号|no\.?|第1列)$/i;

/** What a row says, without its place on the page, its serial number and the order of its columns. */
const meaningOf = ({ row: _, raw, ...rest }: SourceRecord): string => {
  const words = Object.entries(raw).filter(([heading]) => !SERIAL.test(heading.trim()));
  return JSON.stringify([rest, words.map((pair) => pair.join('\0').replace(/\s+/gu, ' ').trim()).sort()]);
};

/** What the parser makes of a page, read at one and the same instant whatever night it came in. */
const sayings = async ({ descriptor, ...source }: Source, body: Uint8Array): Promise<ReadonlySet<string>> => {
  const page = { page: descriptor.pages[0]?.key } as Snapshot;
  const read = await readEdition(
    { descriptor, ...source },
    { snapshots: [page], bodies: [body] },
    GOOD_NIGHT.toISOString(),
  );
  return new Set([`as of ${read.asOf}`, ...read.records.map(({ record }) => meaningOf(record))]);
};

const isGood = ({ state }: SourceReport): boolean => state === 'accepted' || state === 'unchanged';

/** A row that is only left out stays one more night, so that publishes nothing; a row or date that the good page never said does. */
const judgeFault = async (
  source: Source,
  report: SourceReport,
  body: Uint8Array,
  good: ReadonlySet<string>,
) => {
  if (!isGood(report)) return 'stopped';
  const said = await sayings(source, body);
  if (said.symmetricDifference(good).size === 0) return 'idle';
  return report.state === 'accepted' && !said.isSubsetOf(good) ? 'published' : 'stopped';
};

/** A harmless page must come through, and add or take away nothing. */
const judgeHarmless = (report: SourceReport) =>
  isGood(report) && report.added + report.removed + report.missing === 0 ? 'published' : 'stopped';

/** What becomes of a source's good page under every fault, each on the night after the good one, through the real harvest. */
export const judgeSubject = async (
  subject: Subject,
  faults: readonly Fault[],
): Promise<readonly Outcome[]> => {
  const root = mkdtempSync(join(tmpdir(), 'licet-faults-'));
  const { night, keep, restore, close } = await registry(root, subject.source);
  try {
    const good = await night(subject.page.body, GOOD_NIGHT);
    if (good.state !== 'accepted') throw new Error(`the good page ${subject.page.file} is ${said(good)}`);
    await keep();
    const goodSayings = await sayings(subject.source, subject.page.body);
    const outcomes: Outcome[] = [];
    for (const fault of faults) {
      const body = fault.make(subject.page);
      if (body === null) continue;
      const report = await night(body, BAD_NIGHT);
      const harmless = fault.harmless === true;
      const state = harmless
        ? judgeHarmless(report)
        : await judgeFault(subject.source, report, body, goodSayings);
      outcomes.push({ fault: fault.id, harmless, state, says: said(report) });
      if (report.state === 'accepted') await restore();
    }
    return outcomes;
  } finally {
    await close();
    rmSync(root, { recursive: true, force: true });
  }
};
