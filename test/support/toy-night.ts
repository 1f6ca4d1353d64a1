import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstitutionRecord, Place, SourceRecord } from '../../schema/record.ts';
import { type DescriptorInput, descriptorSchema, type Parse } from '../../schema/source.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { type NightReport, runNight } from '../../src/jobs/night.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

const words = { en: 'Made-up list', zh: '编造名单' };

/** A descriptor of a made-up list; every test says what differs. */
export const toyDescriptor = (over: Partial<DescriptorInput> = {}): DescriptorInput => ({
  id: 'cn-toyville-list',
  title: words,
  authority: { en: 'Made-up Authority', zh: '编造主管部门' },
  pages: [{ key: 'list', url: 'https://example.org/list', file: 'list.json' }],
  format: 'json',
  how: 'bundled',
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: words,
  asOf: '2026-01-31',
  freshnessDays: 400,
  cadence: null,
  rights: { licence: 'CC0-1.0', attribution: 'made up', redistribute: 'bytes' },
  expect: { rows: { min: 0, max: 100_000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: null,
  ...over,
});

/** The page holds the records themselves, as JSON: `[` of a cut page throws, as a real parser would. */
const parseToy: Parse = function* ({ body }) {
  yield* JSON.parse(new TextDecoder().decode(body)) as SourceRecord[];
};

/** Writes a source folder below `root` and gives it as the catalogue would. */
export const toySource = (
  root: string,
  records: readonly SourceRecord[] | string,
  over: Partial<DescriptorInput> = {},
): Source => {
  const descriptor = descriptorSchema.parse(toyDescriptor(over));
  const dir = join(root, 'scrapers', descriptor.id);
  mkdirSync(dir, { recursive: true });
  const body = typeof records === 'string' ? records : JSON.stringify(records);
  writeFileSync(join(dir, 'list.json'), body);
  return { descriptor, parse: parseToy, dir, reading: JSON.stringify(descriptor) };
};

let rows = 0;

/** One row about one made-up institution. */
export const toyRecord = (
  legal: string | null,
  place: Partial<Place> = { province: '编造省' },
  over: Partial<InstitutionRecord> = {},
): InstitutionRecord => {
  rows += 1;
  return {
    kind: 'institution',
    row: rows,
    key: legal ?? `row-${rows}`,
    raw: { 名称: legal ?? '' },
    names: legal === null ? [] : [{ value: legal, kind: 'legal', language: 'zh' }],
    identifiers: [],
    place: { region: 'mainland', ...place },
    credentials: [],
    ...over,
  };
};

export type Toy = Readonly<{
  /** The data folder; its sources lie below it. */
  root: string;
  store: Store;
  archive: Archive;
  night(sources: readonly Source[], at?: string, obtain?: Obtain): Promise<NightReport>;
}>;

/** An empty registry in its own folder. */
export const openToy = async (root: string): Promise<Toy> => {
  const store = await openStore({ data: root });
  const archive = openArchive(root);
  const night: Toy['night'] = (sources, at = '2026-02-01T00:00:00.000Z', obtain) =>
    runNight({ store, archive, sources, now: new Date(at), obtain });
  return { root, store, archive, night };
};
