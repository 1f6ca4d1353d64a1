import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { readConfig } from '../../src/config.ts';
import { checkOperators } from '../../src/jobs/doctor/check-operators.ts';
import { checkPages } from '../../src/jobs/doctor/check-pages.ts';
import { checkRequests } from '../../src/jobs/doctor/check-requests.ts';
import { checkSettings } from '../../src/jobs/doctor/check-settings.ts';
import { checkSources } from '../../src/jobs/doctor/check-sources.ts';
import { checkClock, checkLease, checkModes } from '../../src/jobs/doctor/check-surroundings.ts';
import { checkTwins } from '../../src/jobs/doctor/check-twins.ts';
import type { Finding } from '../../src/jobs/doctor/finding.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const NOW = new Date('2026-03-02T00:00:00.000Z');

const only = (t: Test, found: readonly Finding[], code: string): Finding => {
  t.strictSame(
    found.map((one) => one.code),
    [code],
    code,
  );
  const [one] = found;
  t.ok((one?.fix ?? '').length > 5, `${code} says how it is mended`);
  return one ?? { level: 'note', code, text: '', fix: '' };
};

const toyWith = async (t: Test, sources: Readonly<Record<string, Parameters<typeof toySource>[2]>>) => {
  const toy = await openToy(t.testdir());
  t.teardown(() => toy.store.close());
  const rows = [toyRecord('编造甲示例医院', { province: '编造省', city: '编造市' })];
  await toy.night(Object.entries(sources).map(([id, over]) => toySource(toy.root, rows, { id, ...over })));
  const look = (now: Date) => checkSources({ reader: toy.store.reader(), runs: toy.store, now });
  return { ...toy, look };
};

t.test(
  'a list that is too old to decide is named with its last good night, and one that soon will be',
  async (t) => {
    const { look } = await toyWith(t, { 'cn-toyville-list': { asOf: '2026-01-31', freshnessDays: 40 } });
    t.strictSame(await look(new Date('2026-02-02T00:00:00.000Z')), []);
    const soon = only(t, await look(NOW), 'source-ageing');
    t.match(soon, {
      level: 'note',
      text: /may decide until 2026-03-12, 10 days more \(last good night 2026-02-01/,
    });
    const old = only(t, await look(new Date('2026-06-01T00:00:00.000Z')), 'source-stale');
    t.match(old, {
      level: 'warning',
      text: /cn-toyville-list is too old to decide since 2026-03-13 \(list of 2026-01-31; last good night 2026-02-01\)/,
      fix: /upgrade, and licet harvest/,
    });
  },
);

t.test('a source whose newest night was refused is named until somebody upholds the refusal', async (t) => {
  const never = { expect: { rows: { min: 1, max: 10 }, maxDrop: 1 } };
  const { root, store, night, look } = await toyWith(t, { 'cn-toyville-list': never });
  await night([toySource(root, [], never)], '2026-02-10T00:00:00.000Z');
  const refused = only(t, await look(NOW), 'source-failed');
  t.match(refused, {
    text: /cn-toyville-list was refused on 2026-02-10 \(last good night 2026-02-01\)/,
    fix: /licet harvest accept cn-toyville-list/,
  });
  const [run] = await store.runs(1, 'cn-toyville-list');
  await store.decideRun(run?.id ?? 0, { decidedBy: 'Made-up Reviewer', reason: 'made up' });
  t.strictSame(await look(NOW), []);
});

t.test('pairs that may be one hospital are counted, with those that are likely superfluous', async (t) => {
  const pair = (institution: string, candidate: string, why: string) => ({ institution, candidate, why });
  const pairs = [pair('a', 'b', 'same-name'), pair('c', 'd', 'similar-name'), pair('a', 'e', 'same-name')];
  const nobody = { of: async () => new Map() };
  const book = { judgements: async () => [], reviewPairs: async () => pairs, newestRowOf: async () => 0 };
  const { text, fix } = only(t, await checkTwins(book, nobody), 'twins');
  t.match(
    text,
    '3 pairs of records may be one hospital each; 2 records are likely superfluous (first: a and b)',
  );
  t.match(fix, 'licet review --by');
  t.strictSame(await checkTwins({ ...book, reviewPairs: async () => [] }, nobody), []);
});

t.test('a capture that waits and has lost its saved page is named by its number', async (t) => {
  const { archive } = await openToy(t.testdir());
  const sha256 = await archive.put(Buffer.from('a made-up page'));
  const waiting = (id: number, proof: string | null) => ({
    id,
    proof: proof === null ? null : { sha256: proof, contentType: 'text/html' },
    ...{
      at: '',
      by: '',
      source: '',
      rows: [],
      answers: [],
      because: null,
      withdraws: null,
      state: 'waiting' as const,
    },
    ...{ decidedBy: null, decidedAt: null, reason: null },
  });
  const look = (...of: readonly ReturnType<typeof waiting>[]) =>
    checkPages({ archive, known: [], waiting: of });
  t.strictSame(await look(waiting(1, sha256), waiting(2, null)), []);
  const { text, fix } = only(t, await look(waiting(7, 'f'.repeat(64))), 'waiting-pages-missing');
  t.match(text, /1 captures .* \(7\)/);
  t.match(fix, 'licet capture --reject 7');
});

t.test(
  'a clock that is wrong, a lease it stamped, and a folder that others may enter are found',
  async (t) => {
    only(t, checkClock(NOW, '2026-03-03T00:00:00.000Z'), 'clock-behind');
    only(t, checkClock(NOW, '2024-03-03T00:00:00.000Z'), 'clock-ahead');
    t.strictSame(checkClock(NOW, '2026-03-01T00:00:00.000Z'), []);
    const held = (expiresAt: string) => ({
      lease: async () => ({ holder: 'made-up', takenAt: NOW.toISOString(), expiresAt }),
    });
    only(t, await checkLease(held('2027-01-01T00:00:00.000Z'), NOW), 'lease-from-the-future');
    t.strictSame(await checkLease(held('2026-03-02T00:05:00.000Z'), NOW), []);
    const dir = join(t.testdir(), 'data');
    mkdirSync(dir, { mode: 0o700 });
    writeFileSync(join(dir, 'licet.db'), '', { mode: 0o644 });
    t.match(only(t, checkModes(dir), 'folder-open').fix, `chmod -R go= ${dir}`);
    rmSync(join(dir, 'licet.db'));
    t.strictSame(checkModes(dir), []);
  },
);

t.test('settings that endanger are found one by one, and sound ones are not', (t) => {
  const sound = {
    LICET_BASE_URL: 'https://licet.example',
    LICET_CONTACT: 'operator@licet.example',
    LICET_TRUST_PROXY: 'loopback',
  };
  const look = (env: Readonly<Record<string, string>>) => checkSettings(readConfig({ ...sound, ...env }));
  t.strictSame(look({}), []);
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'no-base-url': { LICET_BASE_URL: '' },
    'no-contact': { LICET_CONTACT: '' },
    'console-without-tls': { LICET_BASE_URL: 'http://licet.example' },
    'listens-in-the-clear': { LICET_HOST: '0.0.0.0', LICET_TRUST_PROXY: '' },
    'proxy-not-named': { LICET_TRUST_PROXY: '' },
    'metrics-open': { LICET_METRICS_PORT: '9464', LICET_METRICS_HOST: '0.0.0.0' },
    'no-rate-limit': { LICET_RATE_LIMIT: '0' },
    'no-nights': { LICET_NIGHTLY: 'off' },
  };
  for (const [code, env] of Object.entries(cases)) only(t, look(env), code);
  t.strictSame(look({ LICET_METRICS_PORT: '9464' }), [], 'a port on this machine alone is no danger');
  t.end();
});

t.test('a console that no administrator manages is noted', (t) => {
  t.match(only(t, checkOperators([]), 'no-administrator').fix, 'licet operator add');
  t.end();
});

t.test('docs/doctor.md names every finding', (t) => {
  const root = join(import.meta.dirname, '../..');
  const code = globSync(join(root, 'src/jobs/doctor/*.ts')).map((file) => readFileSync(file, 'utf8'));
  const found = code.flatMap((text) =>
    [...text.matchAll(/(?:danger|warning|note)\)?\(\s*'([a-z-]+)'/g)].map(([, name = '']) => name),
  );
  const told = readFileSync(join(root, 'docs/doctor.md'), 'utf8');
  t.ok(found.length > 25, `${found.length} findings`);
  t.strictSame(
    found.filter((name) => !told.includes(`\`${name}\``)),
    [],
  );
  t.end();
});

t.test('requests of physicians that are overdue or soon due are found', async (t) => {
  const request = (id: number, dueOn: string) => ({
    ...({
      id,
      dueOn,
      at: '2026-11-01T00:00:00Z',
      kind: 'access',
      lang: 'en',
      text: '',
      state: 'waiting',
    } as const),
    ...{ extendedBecause: null, answer: null, closedAt: null, closedBy: null },
  });
  const found = (...due: readonly string[]) =>
    checkRequests(
      due.map((day, at) => request(at + 1, day)),
      new Date('2026-11-21T08:00:00Z'),
    );
  t.match(found('2026-11-20', '2026-11-21', '2026-12-20'), [
    { level: 'warning', code: 'request-overdue', text: /overdue: 1$/ },
    { level: 'note', code: 'request-soon-due', text: /week: 2$/ },
  ]);
  t.strictSame(found('2026-11-29'), []);
});
