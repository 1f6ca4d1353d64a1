import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { verdictSchema } from '../../schema/verdict.ts';
import { buildApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { copyBundledData, keptNames } from '../support/bundled-data.ts';
import { folderSource } from '../support/folder-source.ts';
import { toyRecord } from '../support/toy-night.ts';
import { runHere, runLicet } from './run-licet.ts';

const data = t.testdir();
const licet = (...args: string[]) => runHere(data, args);

/** A service on the same folder, for what it and the command line say alike. */
const beside = async () => {
  const { store, archive, close } = await openFolder(data);
  await keptNames(store, data);
  const config = { ...readConfig({}), log: 'silent' } as const;
  const app = await buildApp({ store, archive, config, clock: systemClock });
  t.teardown(async () => {
    await app.close();
    await close();
  });
  return app;
};
let opened: ReturnType<typeof beside> | undefined;
const service = () => {
  opened ??= beside();
  return opened;
};

t.before(async () => {
  await copyBundledData(data);
  const { store, close } = await openFolder(data);
  await keptNames(store, data);
  await close();
});

t.test('an empty folder first reads the bundled sources, telling so line by line on stderr', async (t) => {
  const folder = t.testdir({ data: {} });
  await (await openFolder(join(folder, 'data'))).close();
  const catalogue = join(folder, 'scrapers');
  folderSource(catalogue, { how: 'bundled', asOf: '2026-01-31', dated: undefined, plainHttp: undefined });
  writeFileSync(join(catalogue, 'cn-toyville-list/list.json'), JSON.stringify([toyRecord('编造示例医院')]));
  const { code, out, err } = await runHere(join(folder, 'data'), ['sources', '--json'], { catalogue });
  t.equal(code, 0);
  t.match(err, /is empty: reading the bundled sources first/);
  t.match(err, /source-done cn-toyville-list: accepted, \d+ rows/);
  t.equal(JSON.parse(out).sources.length, 1, 'stdout holds nothing but JSON');
  const index = namesFile(join(folder, 'data'));
  t.notOk(existsSync(index), 'sources are told of without an index of names');
  const question = ['verify', '编造示例医院', '--json'];
  const first = await runHere(join(folder, 'data'), question, { catalogue });
  const { ino } = statSync(index);
  t.equal((await runLicet(join(folder, 'data'), question)).out, first.out);
  t.equal(statSync(index).ino, ino, 'another process reads the index that the first question has built');
});

t.test('a question for words shows outcome, checks, evidence links and where to look oneself', async (t) => {
  const question = ['verify', '瑞金', '医院', '--claim', 'jci', '--service', 'G06'];
  const { code, out } = await runLicet(data, question);
  t.equal(code, 3, 'what was asked is not known, whatever the licence says');
  t.match(out, /^ NOT KNOWN$/m);
  t.match(out, /JCI accreditation: Not known/);
  t.match(out, /Practice licence: On an official list/);
  t.match(out, /Next: Ask the hospital/);
  t.match(out, '上海交通大学医学院附属瑞金医院');
  t.match(out, /~ practice licence +– +On an official list/);
  t.match(out, /\? accreditation +jci +Not known/);
  t.match(out, /licet evidence [0-9a-f]{64} --row \d+/);
  t.match(out, 'Check it yourself');
  t.notMatch(out, '\u001b', 'a pipe gets no colour');
});

/** Questions as typed, and as the service is asked: each kind of answer, and each field that can be asked of an institution. */
const sameBytes: readonly (readonly [args: readonly string[], query: Readonly<Record<string, string>>])[] = [
  [['瑞金医院', '--claim', 'jci', '--lang', 'zh'], { name: '瑞金医院', claim: 'jci', lang: 'zh' }],
  [['Ruijin Hospital', '--service', 'IVF'], { name: 'Ruijin Hospital', service: 'IVF', lang: 'en' }],
  [['Zhongshan Hospital'], { name: 'Zhongshan Hospital', lang: 'en' }],
  [['中山医院', '--city', '上海'], { name: '中山医院', city: '上海', lang: 'en' }],
  [['Made-up Example Hospital Nobody Has'], { name: 'Made-up Example Hospital Nobody Has', lang: 'en' }],
  [['--id', 'test-refuted'], { id: 'test-refuted', lang: 'en' }],
  [['瑞金医院', '--as-of', '2025-09-01'], { name: '瑞金医院', asOf: '2025-09-01', lang: 'en' }],
  [['瑞金医院', '--generation', '1'], { name: '瑞金医院', generation: '1', lang: 'en' }],
];
t.test(
  'lists that were read stand a line each, those that never were in one paragraph below what one can do',
  async (t) => {
    const { out } = await licet('verify', 'Made-up General Hospital of Nobody');
    const [, searched = ''] = out.split('\nLists searched\n');
    t.match(out.split('\nLists searched\n')[0], 'Check it yourself');
    t.match(searched, /^ {2}fresh +2026-09-05 +Register of drug clinical trial institutions /);
    const [, count, ids = ''] = /^ {2}not available \((\d+)\): ([\s\S]+?)\n\n/m.exec(searched) ?? [];
    t.equal(ids.split(',').length, Number(count), 'every one is named');
    t.equal(searched.match(/not available/g)?.length, 1);
  },
);

t.test('--json prints the very bytes the service answers with', async (t) => {
  const app = await service();
  for (const [args, query] of sameBytes) {
    const { code, out } = await licet('verify', ...args, '--json');
    const http = await app.inject(`/v1/verify?${new URLSearchParams(query)}`);
    t.equal(out, http.body, args.join(' '));
    t.ok(verdictSchema.safeParse(JSON.parse(out)).success);
    t.equal(code === 0, ['confirmed', 'limited'].includes(JSON.parse(out).outcome));
  }
});

t.test('whom the command line is asked about counts as asked for', async (t) => {
  const { out } = await licet('verify', '瑞金医院', '--json');
  const id = JSON.parse(out).identity.institution.id;
  const asked = async () => {
    const state = openServiceState(data);
    return (await state.demand.of([id]).finally(state.close)).get(id) ?? 0;
  };
  const before = await asked();
  await licet('verify', '瑞金医院', '--json');
  t.equal(await asked(), before + 1);
});

t.test('a word that nearly fits is no answer, and who may be meant is offered in every form', async (t) => {
  const { code, out } = await licet('verify', 'Tianjin', 'Cancer', 'Center');
  t.not(code, 0, 'nothing one may rely on');
  const app = await service();
  const { identity, outcome, summary } = (
    await app.inject('/v1/verify?name=Tianjin+Cancer+Center&lang=en')
  ).json();
  const page = (await app.inject('/?q=Tianjin+Cancer+Center&lang=en')).body;
  t.match({ outcome, identity }, { outcome: 'unknown', identity: { match: 'none', institution: null } });
  const [{ id, name }] = identity.candidates;
  t.equal(name.zh, '天津市肿瘤医院');
  t.ok(
    summary.includes('Did you mean') && identity.why.some(({ text }: { text: string }) => text.includes(id)),
    summary,
  );
  const bare = (text: string): string => text.replace(/\s+/gu, '');
  t.ok(bare(out).includes(bare(summary)), 'the terminal says the same, wrapped');
  t.ok(page.includes(summary) && page.includes('<h2>Did you mean</h2>'), 'and the page');
});

t.test(
  'a beginning typed on an English page is answered in English, our words marked as a translation',
  async (t) => {
    const app = await service();
    const suggested = async (query: Readonly<Record<string, string>>) =>
      (await app.inject(`/v1/suggest?${new URLSearchParams(query)}`)).json().suggestions;
    const english = await suggested({ q: '瑞金', lang: 'en' });
    t.match(english[0], { name: /Ruijin Hospital/, city: 'Shanghai' });
    const ours = english.find(({ translation }: { translation?: string }) => translation !== undefined);
    t.match(ours, { name: /\p{Script=Han}/u, translation: /Hospital/ });
    t.match((await suggested({ q: '瑞金' }))[0], { name: '上海交通大学医学院附属瑞金医院', city: '上海市' });
  },
);

t.test('an evidence link of an answer leads to the row it rests on', async (t) => {
  const { out } = await licet('verify', '瑞金医院');
  const [, sha256 = '', row = ''] = /licet evidence ([0-9a-f]{64}) --row (\d+)/.exec(out) ?? [];
  const kept = await licet('evidence', sha256, '--row', row);
  t.equal(kept.code, 0);
  t.match(kept.out, '瑞金医院');
  t.equal((await licet('evidence', 'a'.repeat(64))).code, 3);
});

t.test('the exit code tells refuted from undecided', async (t) => {
  t.equal((await licet('verify', 'Zhongshan Hospital')).code, 3, 'ambiguous');
  t.equal((await licet('verify', 'Made-up Example Hospital Nobody Has')).code, 3, 'unknown');
  t.equal((await licet('verify', '--id', 'test-refuted')).code, 1, 'refuted');
  t.equal((await licet('verify', '--id', 'test-confirmed')).code, 0, 'confirmed');
});

t.test('an institution is found by name and shown in the language asked for', async (t) => {
  const { code, out } = await licet('institution', '瑞金医院', '--lang', 'zh');
  t.equal(code, 0);
  t.match(out, /^名称$/m);
  t.match(out, '药临床机构备字2020000252');
  const several = await licet('institution', 'Zhongshan', 'Hospital');
  t.equal(several.code, 3);
  t.match(several.out, /Fudan University.*\n(.*\n)*.*Xiamen University/);
});

t.test('a second harvest changes nothing and says so', async (t) => {
  const { code, out } = await licet('harvest', 'intl-jci-events');
  t.equal(code, 0);
  t.match(out, /unchanged +intl-jci-events/);
  t.match(out, /nothing changed; generation 1/);
});

t.test('everyday words lead to the code of a treatment', async (t) => {
  t.match((await licet('technologies', 'proton therapy')).out, /^ {2}proton /m);
  t.match((await licet('technologies', '试管婴儿', '--lang', 'zh')).out, 'art.ivf');
});
