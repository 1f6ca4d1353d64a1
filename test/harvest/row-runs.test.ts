import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { knownRows, readingStamp } from '../../src/harvest/read/incremental-read.ts';
import { readEdition } from '../../src/harvest/read/read-edition.ts';
import { snapshotOf } from '../../src/harvest/read/received.ts';
import { csvSource } from '../support/csv-list.ts';

const NOW = new Date('2026-02-01T00:00:00.000Z');
const LINES = Array.from({ length: 2000 }, (_, at) => `${at},编造第${at * at}示例医院,编造市,`);

/** The page of a source as it is received. */
const received = (source: Source) => {
  const body = readFileSync(join(source.dir, 'list.csv'));
  const got = { state: 'obtained', body, url: 'u', transport: 'file', contentType: 'text/csv' } as const;
  return { snapshots: [snapshotOf(source, 'list', got, NOW)], bodies: [body] };
};

/** The same source, which counts the rows that are told of alone. */
const counted = (source: Source, count: () => void): Source => {
  const rowWise: Source['parse']['rowWise'] = (input) => {
    const page = source.parse.rowWise?.(input);
    if (page === undefined) throw new Error('its rows are read one by one');
    const text = (at: number) => {
      count();
      return page.text(at);
    };
    return { ...page, text };
  };
  return { ...source, parse: Object.assign(source.parse.bind(null), { rowWise }) };
};

/** Reads a page, and then another one beside what is known of the first. */
const readAfter = async (root: string, before: readonly string[], now: readonly string[]) => {
  const sourceOf = (lines: readonly string[]) => csvSource(root, lines, true, () => undefined);
  const source = sourceOf(before);
  const first = await readEdition(source, received(source), NOW.toISOString());
  if (first.rowList === undefined) throw new Error('its rows are known');
  const ids = Float64Array.from(before, (_, at) => at);
  const last = { edition: 1, asOf: null, rows: 1, reading: '', sha256: [], goodRows: [], shape: null };
  const known = knownRows(
    { ...first.rowList, ids, edition: 1 },
    { ...last, missing: 0 },
    readingStamp(source),
  );
  if (known === undefined) throw new Error('its rows are known');
  let alone = 0;
  const next = counted(sourceOf(now), () => {
    alone += 1;
  });
  const recordsOf = async (gone: readonly number[]): Promise<readonly SourceRecord[]> =>
    [...first.records].map(({ record }) => record).filter((_, at) => gone.includes(at));
  const input = { known, recordsOf };
  const read = await readEdition(next, received(next), NOW.toISOString(), undefined, input);
  return { read, alone };
};

t.test(
  'rows that stand as they stood are known many at a time, wherever others were added or went',
  async (t) => {
    const root = t.testdir();
    const fresh = '9001,编造新示例医院,编造市,';
    const changed = LINES.with(1000, '1000,编造改名示例医院,编造市,');
    const pages = {
      changed: changed,
      added: [fresh, ...LINES],
      gone: LINES.toSpliced(500, 1),
      all: [fresh, ...changed.toSpliced(500, 1)],
    };
    for (const [what, page] of Object.entries(pages)) {
      const { read, alone } = await readAfter(root, LINES, page);
      const places = page.map((line) => LINES.indexOf(line));
      t.strictSame(
        [...(read.kept?.places ?? [])],
        places.filter((place) => place !== -1),
        what,
      );
      const added = places.flatMap((place, at) => (place === -1 ? [at] : []));
      const before = added.map((at, nth) => at - nth);
      t.strictSame([...(read.rowList?.before ?? [])], before, 'the new rows stand where they do on the page');
      t.ok(alone < 250, `${what}: ${alone} of 2,000 rows were told of alone`);
    }
  },
);

t.test('rows that changed places among themselves are known, each by itself', async (t) => {
  const swapped = LINES.with(700, LINES[701] ?? '').with(701, LINES[700] ?? '');
  const { read } = await readAfter(t.testdir(), LINES, swapped);
  t.equal(read.records.length, 0);
  t.strictSame([...(read.kept?.places.slice(699, 703) ?? [])], [699, 701, 700, 702]);
});
