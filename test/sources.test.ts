import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { personalHeadings } from '../schema/lexicon/list-words.ts';
import { ageNotes } from '../schema/lexicon/source-notes.ts';
import { type SourceRecord, sourceRecordSchema } from '../schema/record.ts';
import { authoritativeKinds } from '../schema/source.ts';
import { documentSources } from '../scrapers/document.ts';
import { loadBundled, loadCatalogue, type Source } from '../src/harvest/catalogue.ts';
import { judgeEdition } from '../src/harvest/gate/gate.ts';
import { notAsReleased, PINS } from '../src/harvest/obtain/pinned.ts';
import { tidyHeading } from '../src/readers/lists/headings.ts';
import { outcomeOf, type Parsed, pageOf, parsePage, readFixture } from './support/source-outcome.ts';

const sources = await loadCatalogue();
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
/** Without the members that are undefined, as JSON keeps it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const fixturesOf = ({ dir }: Source) => readdirSync(join(dir, 'fixtures'));

const bundledOf = async (source: Source): Promise<Parsed> => {
  const all: Parsed = { records: [], issues: [] };
  for (const page of source.descriptor.pages.filter(({ file }) => file !== undefined)) {
    const { records, issues } = await parsePage(
      source,
      page,
      readFileSync(join(source.dir, page.file ?? '')),
    );
    all.records.push(...records);
    all.issues.push(...issues);
  }
  return all;
};

/** A page without its web addresses, whose digits mean nothing. */
const wordsOf = (path: string): string => readFileSync(path, 'utf8').replace(/https?:\/\/[^\s,"]+/g, '');

const personal = new Set(personalHeadings.map(tidyHeading));

/** What no page of ours may hold: numbers of persons, and sources that may not be shown. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)1[3-9]\d{9}(?!\d)/, 'a mobile number'],
  [/(?<![\d-])0\d{2,3}[- ]\d{7,8}(?!\d)/, 'a telephone number'],
  [/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/, 'an ID-card number'],
  [/(?<!\d)\d{24}(?:\d{3})?(?!\d)/, 'a qualification certificate number'],
  [/法人|法定代表人|主要负责人|负责人姓名|联系人|电话|phone|linkMan/, 'a personal column'],
  [/secondary public copy|shared\/data/, 'a source that may not be shown'],
];

t.test('every source folder has a descriptor of its own name, a parser and fixtures', async (t) => {
  t.ok(sources.length >= 24);
  const missing = sources.flatMap((source) => {
    const files = fixturesOf(source);
    const { id } = source.descriptor;
    return [
      ...(files.some((file) => file.endsWith('.expected.json'))
        ? []
        : [`${id}: add a fixture page and its .expected.json`]),
      ...(files.filter((file) => file.includes('.nasty.')).length >= 3 ? [] : [`${id}: add nasty pages`]),
    ];
  });
  t.strictSame(missing, []);
});

t.test('a bundled page changes only together with its digest', async (t) => {
  const changed: string[] = [];
  for (const { descriptor, dir } of sources.filter(({ descriptor: { how } }) => how === 'bundled'))
    for (const { file = '' } of descriptor.pages) {
      const folder = join(dir, file, '..');
      const fault = await notAsReleased(dir, file, readFileSync(join(dir, file)));
      if (fault !== null)
        changed.push(`${fault}; if the change of ${file} is meant: cd ${folder} && sha256sum *.* > ${PINS}`);
      if (!readdirSync(folder).includes(PINS)) changed.push(`${descriptor.id}: put ${PINS} beside its pages`);
    }
  t.strictSame(changed, []);
});

for (const source of sources) {
  const { id, expect, how, completeness, absence, evidenceKind } = source.descriptor;
  t.test(`${id} reads its pages as a night would`, async (t) => {
    if (how === 'bundled') {
      const { records, issues } = await bundledOf(source);
      t.strictSame(issues, [], 'our own pages give no issue');
      t.strictSame(judgeEdition(records, expect, null), [], 'the gate lets the edition in');
      const bad = records.filter((record) => !sourceRecordSchema.safeParse(record).success);
      t.strictSame(bad.slice(0, 1), [], 'every record keeps the schema');
      const institutions = records.filter(({ kind }) => kind === 'institution').map(({ row }) => row);
      t.equal(new Set(institutions).size, institutions.length, 'no row speaks of two institutions');
    }
    t.notOk(absence === 'not-met' && completeness !== 'complete', 'only a complete list may say no');
    t.notOk(
      how === 'bundled' && evidenceKind === 'primary-register',
      'no bundled page is a primary register',
    );
  });

  t.test(`${id} ships nothing personal and nothing that may not be shown`, async (t) => {
    const found = source.descriptor.pages.flatMap(({ file }) => {
      const text = file === undefined ? '' : wordsOf(join(source.dir, file));
      return forbidden.flatMap(([pattern, what]) => {
        const hit = pattern.exec(text);
        return hit === null ? [] : [`${file}: ${what}: ${hit[0]}`];
      });
    });
    t.strictSame(found, []);
  });

  t.test(`${id} reads every fixture as expected, and no nasty page becomes a shorter list`, async (t) => {
    const pages = fixturesOf(source).filter((file) => !file.endsWith('.expected.json'));
    const nasty = json(join(source.dir, 'fixtures/nasty.expected.json')) as Record<string, unknown>;
    let rows = 0;
    const kept = (record: SourceRecord) => Object.keys(record.raw).map(tidyHeading);
    const wrong: string[] = [];
    for (const file of pages.filter((name) => !name.includes('.nasty.'))) {
      const parsed = await parsePage(source, pageOf(source, file), readFixture(source, file));
      rows = parsed.records.length;
      const expected = json(join(source.dir, 'fixtures', file.replace(/\.[a-z]+$/, '.expected.json')));
      t.strictSame(plain(parsed), expected, file);
      for (const record of parsed.records) {
        if (!sourceRecordSchema.safeParse(record).success)
          wrong.push(`${file}, row ${record.row} breaks the schema`);
        if (kept(record).some((column) => personal.has(column)))
          wrong.push(`${file}, row ${record.row} keeps a personal column`);
      }
    }
    const nastyPages = pages.filter((name) => name.includes('.nasty.'));
    const outcomes: Record<string, unknown> = {};
    for (const file of nastyPages) {
      const outcome = await outcomeOf(source, file, rows);
      outcomes[file] = outcome;
      if (outcome.refusedBy === null && outcome.issues.length === 0)
        wrong.push(`${file} is neither refused nor reported`);
    }
    t.strictSame(outcomes, Object.fromEntries(nastyPages.map((file) => [file, nasty[file]])));
    t.strictSame(wrong, []);
  });
}

t.test('every source says what its time rests on, and none decides for longer than that allows', (t) => {
  const faults = sources.flatMap(({ descriptor: { id, agesBy, freshnessDays, evidenceKind, expect } }) => {
    if (agesBy === undefined) return [`${id}: say agesBy`];
    const { days } = ageNotes[agesBy];
    const decides = authoritativeKinds.includes(evidenceKind) && agesBy !== 'report';
    const longer = days !== null && (freshnessDays === null || freshnessDays > days);
    return [
      ...(decides && longer ? [`${id}: ${freshnessDays} days, ${agesBy} allows ${days}`] : []),
      ...(agesBy === 'licensees' && evidenceKind !== 'primary-register'
        ? [`${id}: the authority's own list of its licensees is an extract of its register`]
        : []),
      ...(agesBy === 'licensees' && expect.losses === undefined && expect.maxDrop < 1
        ? [`${id}: its rows make confirmed, so every loss waits for a second page`]
        : []),
    ];
  });
  t.strictSame(faults, []);
  t.end();
});

t.test('a first start knows every source, and loads what reads those that ship alone', async (t) => {
  const first = await loadBundled();
  const told = ({ descriptor, reading }: Source): string => `${descriptor.id} ${reading}`;
  const ships = sources.filter(({ descriptor }) => descriptor.how === 'bundled');
  t.strictSame(first.sources.map(told), ships.map(told));
  const others = sources.filter((source) => !ships.includes(source));
  t.strictSame(
    first.others,
    others.map(({ descriptor }) => descriptor),
  );
});

t.test('docs/sources.md says what the descriptors say', async (t) => {
  const written = readFileSync(join(import.meta.dirname, '../docs/sources.md'), 'utf8');
  const right = documentSources(sources.map(({ descriptor }) => descriptor));
  t.ok(written === right, 'run `npm run expect` and read the difference');
});

t.test('NOTICE names whoever every shipped source must credit', async (t) => {
  const notice = readFileSync(join(import.meta.dirname, '../NOTICE'), 'utf8');
  const uncredited = sources
    .filter(({ descriptor }) => descriptor.how === 'bundled' && !notice.includes(descriptor.id))
    .map(({ descriptor }) => `${descriptor.id}: add its attribution to NOTICE`);
  t.strictSame(uncredited, []);
});
