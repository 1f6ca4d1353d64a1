import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import t from 'tap';
import { headingTitle, listHeadings } from '../../schema/lexicon/list-words.ts';
import type { Evidence, Verdict } from '../../schema/verdict.ts';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { pathsBelow, root } from '../house/tree.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const asked = new URLSearchParams({ name: RUIJIN, service: 'art.ivf' });
const { checks }: Verdict = (await service.app.inject(`/v1/verify?${asked}`)).json();
const all: readonly Evidence[] = checks.flatMap(({ evidence }) => evidence);

const open = async (path: string) => {
  const response = await service.app.inject({ url: path, headers: { accept: 'text/html' } });
  return { status: response.statusCode, $: load(response.body) };
};

t.test('a kept row is shown with its headings in words, its list, its date and its number', async (t) => {
  t.not(all.length, 0);
  for (const { url, sha256, row, source } of all) {
    const { status, $ } = await open(`${url.replace('/v1/', '/')}&lang=en`);
    t.equal(status, 200, source);
    const said = $('main').text();
    t.match(said, RUIJIN);
    t.match(said, sha256);
    t.match(said, /List of (\d+ )?[A-Z][a-z]+ \d{4}, shipped with Licet/, 'no day on which nobody looked');
    t.equal($('.here th').text(), String(row), 'the row stands among its neighbours');
    t.equal($(`a[href="${url}"]`).text(), 'JSON');
    t.notMatch($('dt').text(), /_/, 'no short heading of a file');
  }
});

t.test('an answer leads to the page for people', async (t) => {
  const { $ } = await open(`/check?${asked}&lang=en`);
  const [first] = all;
  t.equal($(`.rests a[href="/evidence/${first?.sha256}?row=${first?.row}&lang=en"]`).length, 1);
});

t.test('what was never kept is said to be nothing here, as a page', async (t) => {
  for (const path of [`/evidence/${'a'.repeat(64)}`, '/evidence/abc', `/evidence/${all[0]?.sha256}?row=x`]) {
    const { status, $ } = await open(path);
    t.equal(status, 404, path);
    t.equal($('h1').length, 1, path);
  }
});

/** The same registry with one source whose rights allow this much to be shown again. */
const withRights = (id: string, redistribute: 'rows' | 'metadata') => {
  const { store, archive, data } = service;
  const reader = (): Reader => {
    const own = store.reader();
    const state = own.reference.sources.get(id);
    if (state === undefined) throw new Error(`no source ${id}`);
    const descriptor = { ...state.descriptor, rights: { ...state.descriptor.rights, redistribute } };
    const sources = new Map([...own.reference.sources, [id, { ...state, descriptor }] as const]);
    return { ...own, reference: { ...own.reference, sources } };
  };
  const config = { ...readConfig({ LICET_DATA: data }), log: 'silent' } as const;
  return buildApp({ store: { ...store, reader }, archive, config, clock: () => TODAY });
};

t.test(
  'of a source that allows single rows one row is shown, of one that allows metadata none',
  async (t) => {
    const [first] = all;
    if (first === undefined) throw new Error('nothing to show');
    for (const redistribute of ['rows', 'metadata'] as const) {
      const app = await withRights(first.source, redistribute);
      const $ = load((await app.inject({ url: `${first.url.replace('/v1/', '/')}&lang=en` })).body);
      await app.close();
      t.match($('main').text(), /SHA-256/);
      t.equal($('.here').length, 0, `${redistribute}: no neighbours`);
      t.equal($('.row').text().includes(RUIJIN), redistribute === 'rows');
      t.equal(/allow metadata only/.test($('.inset').text()), redistribute === 'metadata');
      t.equal($('a[download]').length, 0, `${redistribute}: no bytes`);
    }
  },
);

t.test('every column of a bundled file and every heading of ours has a title in both languages', (t) => {
  const bundled = pathsBelow('scrapers').filter((path) => /\/bundled\/[^/]+\.csv$/.test(path));
  const columns = bundled.flatMap((path) => {
    const [line = ''] = readFileSync(join(root, path), 'utf8').split(/\r?\n/, 1);
    return line.replace('\ufeff', '').split(',');
  });
  t.not(columns.length, 0);
  const untitled = [...Object.keys(listHeadings), ...columns].filter(
    (one) => headingTitle(one) === undefined,
  );
  t.strictSame(untitled, [], 'add them to schema/lexicon/heading-titles.json');
  t.end();
});
