import t from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import { ask } from '../../src/ask/ask.ts';
import { loadCatalogue, type Source } from '../../src/harvest/catalogue.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { readFixture } from '../support/source-outcome.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

/** The lists of authorities of those they have licensed, read off our fixtures (made-up hospitals), with a hospital on each. */
const extracts = [
  ['cn-guangzhou-city-institutions', '编造示例市属医院', 'licence.registered-by-list'],
  ['cn-guangzhou-province-institutions', null, 'licence.registered-by-list'],
  ['cn-guangzhou-tcm-institutions', null, 'licence.registered-by-list'],
  ['cn-wuxi-institutions', null, 'licence.registered-by-list'],
  ['cn-changshu-institutions', null, 'licence.registered-by-list'],
  ['cn-guangxi-licences', '编造示例国际医院', 'licence.granted-by-decision'],
] as const;

const catalogue = await loadCatalogue();
const sourceOf = (id: string): Source => {
  const found = catalogue.find(({ descriptor }) => descriptor.id === id);
  if (found === undefined) throw new Error(`no source ${id}`);
  // A fixture is an excerpt: it is judged by everything but the number of its rows.
  const expect = { ...found.descriptor.expect, rows: { min: 1, max: 10_000 }, maxDrop: 1 };
  return { ...found, descriptor: { ...found.descriptor, expect } };
};

/** A night in which the source's own fixtures are what came over the network. */
const fixtures =
  (source: Source): Obtain =>
  async (descriptor, page) => ({
    state: 'obtained',
    body: readFixture(source, `${page.key}.${descriptor.format}`),
    url: page.url,
    transport: 'https',
    contentType: descriptor.format === 'html' ? 'text/html; charset=utf-8' : 'application/octet-stream',
  });

const fetchedFrom =
  (records: readonly SourceRecord[]): Obtain =>
  async (_descriptor, page) => ({
    state: 'obtained',
    body: new TextEncoder().encode(JSON.stringify(records)),
    url: page.url,
    transport: 'https',
    contentType: 'application/json',
  });

const verdictOf = (toy: Toy, name: string, day: string) =>
  ask(
    { institution: { name }, claims: [], lang: 'en' },
    toy.store.reader(),
    new Date(`${day}T04:00:00.000Z`),
  );

t.test(
  'who stands on the list of the authority that licensed it is confirmed for 180 days, limited for a year, then not known',
  async (t) => {
    for (const [id, named, code] of extracts) {
      const toy = await openToy(t.testdir());
      const source = sourceOf(id);
      t.match(
        (await toy.night([source], '2026-07-20T00:00:00.000Z', fixtures(source))).sources,
        [{ state: 'accepted' }],
        id,
      );
      const edition = toy.store.reader().reference.sources.get(id)?.editions.at(-1);
      const first = (await toy.store.reader().institutionIds(null, 1))[0] ?? '';
      const dossier = await toy.store.reader().dossier(first);
      const name = named ?? dossier?.title.zh ?? '';
      const fresh = await verdictOf(toy, name, '2026-08-01');
      t.equal(fresh.outcome, 'confirmed', `${id}: ${name}, list of ${edition?.asOf}`);
      t.equal(fresh.licence.result, 'met');
      t.equal(fresh.checks[0]?.reasons[0]?.code, code, id);
      const later = await verdictOf(toy, name, '2027-02-01');
      t.equal(later.outcome, 'limited', `${id}: such a list still presupposes a licence`);
      t.equal(later.licence.result, 'implied');
      const old = await verdictOf(toy, name, '2028-01-01');
      t.equal(old.outcome, 'unknown', `${id} is too old by then`);
      t.match(old.lastKnown, { source: id });
      await toy.store.close();
    }
  },
);

t.test('a revocation that the authority publishes later turns it', async (t) => {
  const toy = await openToy(t.testdir());
  t.teardown(() => toy.store.close());
  const source = sourceOf('cn-guangzhou-city-institutions');
  await toy.night([source], '2026-07-20T00:00:00.000Z', fixtures(source));
  const revoked = toyRecord(
    '编造示例市属医院',
    { province: '广东省', city: '广州市' },
    {
      asOf: '2026-09-01',
      credentials: [
        {
          gate: 'practice-licence',
          code: 'licence',
          status: 'revoked',
          scope: { kind: 'institution' },
          eventDate: '2026-09-01',
        },
      ],
    },
  );
  const notice = toySource(toy.root, [revoked], {
    id: 'cn-toyville-revocations',
    how: 'fetched',
    asOf: null,
    accumulates: true,
  });
  await toy.night([notice], '2026-09-02T00:00:00.000Z', fetchedFrom([revoked]));
  const verdict = await verdictOf(toy, '编造示例市属医院', '2026-09-03');
  t.equal(verdict.outcome, 'refuted');
  t.equal(verdict.checks[0]?.reasons[0]?.code, 'licence.revoked');
});

const licensed = (name: string, at: number) =>
  toyRecord(
    name,
    { province: '编造省', city: '编造市' },
    { key: `PDY${at}`, row: at, raw: { 登记号: `PDY${at}`, 名称: name } },
  );

t.test(
  'where a row makes a hospital confirmed, a row that is gone and a new name wait for a second page',
  async (t) => {
    const strict = {
      how: 'fetched',
      asOf: null,
      dated: 'when-read',
      evidenceKind: 'primary-register',
    } as const;
    const nights = async (losses: boolean, ...pages: readonly (readonly SourceRecord[])[]) => {
      const toy = await openToy(t.testdir());
      t.teardown(() => toy.store.close());
      const expect = {
        rows: { min: 1, max: 99 },
        maxDrop: 0.5,
        ...(losses && { losses: 'second-look' as const }),
      };
      const source = toySource(toy.root, [], { ...strict, expect });
      const said: unknown[] = [];
      for (const [at, page] of pages.entries()) {
        const report = await toy.night([source], `2026-07-0${at + 1}T00:00:00.000Z`, fetchedFrom(page));
        said.push(...report.sources.map(({ state, refusals }) => ({ state, refusals })));
      }
      return said;
    };
    const all = Array.from({ length: 20 }, (_, at) => licensed(`编造第${at}示例医院`, at + 1));
    const fewer = all.slice(1);
    t.match(
      await nights(false, all, fewer),
      [{ state: 'accepted' }, { state: 'accepted' }],
      'other lists lose a row',
    );
    t.match(await nights(true, all, fewer, fewer), [
      { state: 'accepted' },
      {
        state: 'refused',
        refusals: [/held for a second look: 1 rows are not on the list any more, e.g. PDY1/],
      },
      { state: 'accepted' },
    ]);
    const renamed = [licensed('编造另一示例医院', 1), ...fewer];
    t.match(await nights(true, all, renamed, renamed), [
      { state: 'accepted' },
      { state: 'refused', refusals: [/held for a second look: 1 rows bear another name, e.g. PDY1/] },
      { state: 'accepted' },
    ]);
    t.match(
      await nights(true, all, fewer, all.slice(0, -1)),
      [{ state: 'accepted' }, { state: 'refused' }, { state: 'refused', refusals: [/PDY20/] }],
      'a second page that loses another row settles nothing',
    );
  },
);
