import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { nextDue } from '../../src/jobs/next-due.ts';
import { runNight } from '../../src/jobs/night.ts';
import { runHere } from '../cli/run-licet.ts';
import { listPage, openFetchedToy } from '../support/fetched-toy.ts';
import { folderSource } from '../support/folder-source.ts';
import { startOrigin } from '../support/origin.ts';
import { openToy, toyRecord } from '../support/toy-night.ts';

const place = { province: '编造省', city: '编造市' };
const row = (at: number) => toyRecord(`编造第${at}示例医院`, place, { row: at, raw: { 名称: `编造${at}` } });
const rows = (...numbers: number[]) => numbers.map(row);
const DAY = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'].map((day) => `${day}T04:00:00.000Z`);
const [one = '', two = '', _three = '', _four = ''] = DAY;

t.test(
  'first contact compares a live page with its source folder, keeps it, and changes nothing',
  async (t) => {
    const data = t.testdir();
    const catalogue = join(data, 'scrapers');
    const origin = await startOrigin();
    t.teardown(() => origin.close());
    const source = (id: string, min: number) =>
      folderSource(catalogue, {
        id,
        pages: [{ key: 'list', url: `${origin.url}/${id}` }],
        expect: { rows: { min, max: 9 }, canary: { column: '名称', value: '编造1' } },
      });
    source('cn-toyville-good', 1);
    source('cn-toyville-moved', 3);
    source('cn-toyville-shut', 1);
    const fixtures = join(catalogue, 'cn-toyville-moved', 'fixtures');
    mkdirSync(fixtures);
    writeFileSync(join(fixtures, 'list.json'), JSON.stringify(rows(1, 2)));
    origin.on('/cn-toyville-good', listPage(rows(1, 2)));
    origin.on(
      '/cn-toyville-moved',
      listPage(rows(2).map((record) => ({ ...record, raw: { 名稱: '编造' } }))),
    );
    origin.on('/cn-toyville-shut', { kind: 'page', body: 'x', status: 521 });
    const overrides = { catalogue, fetchSettings: { allowLoopback: true, gapMs: 0 } };
    const ran = await runHere(data, ['sources', 'check', '--live', '--write-fixture'], overrides);
    t.equal(ran.code, 3);
    t.match(ran.out, /agrees +cn-toyville-good +2 rows/);
    t.match(
      ran.out,
      /differs +cn-toyville-moved[\s\S]*1 rows read, expected 3 to 9[\s\S]*名称 never holds 编造1[\s\S]*gone 名称; new 名稱/,
    );
    t.match(ran.out, /challenged +cn-toyville-shut[\s\S]*status 521/);
    t.ok(existsSync(join(fixtures, 'list-live.json')));
    const { sources } = JSON.parse(
      (await runHere(data, ['sources', 'check', '--live', '--json'], overrides)).out,
    );
    const toy = await openToy(data);
    t.teardown(() => toy.store.close());
    t.ok(await toy.archive.has(sources[0].sha256));
    t.equal(toy.store.reader().generation, 0);
    t.same(await toy.store.runs(9), []);
    t.match((await runHere(data, ['sources', 'check'], overrides)).err, /--live is missing/);
  },
);

t.test(
  'the way to a list is followed link by link, and a list handed out in pages is read to its end',
  async (t) => {
    const toy = await openFetchedToy(t);
    const { url } = toy.origin;
    const html = (body: string) => ({ kind: 'page', body: `<html>${body}</html>` }) as const;
    toy.origin.on('/', html('<a href="/old">2024年名单</a><a href="/news?id=7">2026年名单</a>'));
    toy.origin.on('/news?id=7', html('<a href="file/list.json">附件.json</a>'));
    toy.origin.on('/file/list.json', listPage(rows(1, 2)));
    const followed = toy.source({
      pages: [{ key: 'list', url: `${url}/`, follow: [{ link: '2026年' }, { link: '\\.json$' }] }],
    });
    t.match((await toy.go(one, { sources: [followed] })).sources, [{ state: 'accepted', rows: 2 }]);
    t.equal((await toy.store.snapshots())[0]?.url, `${url}/file/list.json`);
    toy.origin.on('/', html('<a href="/old">2024年名单</a>'));
    t.match((await toy.go(two, { sources: [followed] })).sources, [
      { state: 'refused', refusals: [/no link on .* matches 2026年/] },
    ]);

    const part = (total: number, records: readonly unknown[]) =>
      ({
        kind: 'page',
        type: 'application/json',
        body: JSON.stringify({ data: { total }, rows: records }),
      }) as const;
    const paging = { parameter: 'page', size: 2, sizeParameter: 'size', total: 'data.total' };
    const paged = {
      ...toy.source({ id: 'cn-toyville-paged', pages: [{ key: 'list', url: `${url}/api`, paging }] }),
      parse: function* ({ body }: { body: Uint8Array }) {
        yield* JSON.parse(new TextDecoder().decode(body)).rows;
      },
    };
    toy.origin.on('/api?page=1&size=2', part(3, rows(1, 2)));
    toy.origin.on('/api?page=2&size=2', part(3, rows(3)));
    t.match((await toy.go(one, { sources: [paged] })).sources, [{ state: 'accepted', rows: 3 }]);
    toy.origin.on('/api?page=2&size=2', { kind: 'reset' });
    t.match((await toy.go(two, { sources: [paged] })).sources, [
      { state: 'unreachable', refusals: [/part 2/] },
    ]);
  },
);

const scrapers = join(import.meta.dirname, '../../scrapers');
/** Good pages among the fixtures of a source. */
const fixturesOf = (id: string, key: string): readonly string[] =>
  readdirSync(join(scrapers, id, 'fixtures')).filter(
    (name) => name.startsWith(key) && !/\.nasty\.|expected\.json$/.test(name),
  );

t.test(
  'every fetched source publishes what its fixtures hold, and the same pages change nothing',
  async (t) => {
    const toy = await openToy(t.testdir());
    t.teardown(() => toy.store.close());
    const fetched = (await loadCatalogue()).filter(({ descriptor }) => descriptor.how === 'fetched');
    // A fixture is an excerpt: how many rows the whole list must have is not asked of it.
    const sources = fetched.map((source) => {
      const { id, pages } = source.descriptor;
      const expect = { rows: { min: 0, max: 100_000 }, maxDrop: 1 };
      const shown = pages.filter(({ key }) => fixturesOf(id, key).length > 0);
      return { ...source, descriptor: { ...source.descriptor, expect, pages: shown } };
    });
    const obtain: Obtain = async ({ id }, page) => {
      const body = new Uint8Array(
        readFileSync(join(scrapers, id, 'fixtures', fixturesOf(id, page.key)[0] ?? '')),
      );
      return { state: 'obtained', body, url: page.url, transport: 'https', contentType: '' };
    };
    const { store, archive } = toy;
    const go = (at: string) => runNight({ store, archive, sources, obtain, now: new Date(at) });
    const first = await go('2026-11-21T04:00:00.000Z');
    const bad = first.sources.filter(({ state }) => state !== 'accepted');
    t.same(
      bad.map(({ source, refusals }) => ({ source, refusals })),
      [],
    );
    t.ok(first.sources.length > 15);
    const again = await go('2026-11-21T05:00:00.000Z');
    t.ok(again.sources.every(({ state }) => state === 'unchanged'));
    t.equal(again.generation, 1);
  },
);

t.test(
  'a search by name is asked what was asked longest ago, and what came before trouble counts',
  async (t) => {
    const toy = await openFetchedToy(t);
    const { url } = toy.origin;
    toy.origin.on('/list', listPage(rows(1, 2, 3)));
    await toy.go(one);
    const asking = toy.source({
      id: 'cn-toyville-search',
      accumulates: true,
      pages: [{ key: 'search', url: `${url}/search?q={name}`, askFor: 'institution-name' }],
    });
    const at = (number: number) => `/search?q=${encodeURIComponent(`编造第${number}示例医院`)}`;
    const found = (number: number) =>
      listPage([
        toyRecord(`编造第${number}示例医院`, place, {
          key: `k${number}`,
          row: 1,
          raw: { 名称: `${number}` },
        }),
      ]);
    toy.origin.on(at(1), found(1));
    toy.origin.on(at(2), { kind: 'page', body: 'x', status: 412 }, found(2));
    toy.origin.on(at(3), found(3), found(2));
    t.match((await toy.go(two, { sources: [asking] })).sources, [{ state: 'accepted', rows: 1, added: 1 }]);
    const second = await toy.go('2026-05-03T04:00:00.000Z', { sources: [asking] });
    t.match(second.sources, [{ state: 'accepted', rows: 3, added: 2, removed: 0, missing: 0 }]);
    const third = await toy.go('2026-05-04T04:00:00.000Z', { sources: [asking] });
    t.match(third.sources, [{ rows: 2 }], 'a row that two names bring counts once');
    const begun = new Date(one);
    const due = (confirmedLive: string | null) =>
      nextDue(
        { ...asking.descriptor, confirmedLive },
        { lastRunAt: null, lastRun: null },
        { begun, jitterMs: 1 },
      );
    t.equal(due(null), null, 'by the clock only after a person has seen it live');
    t.not(due('2026-05-01'), null);
  },
);
