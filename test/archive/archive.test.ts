import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import { buildApp } from '../../src/app.ts';
import { fileOf } from '../../src/archive/file-bytes.ts';
import { archiveFolder, openArchive } from '../../src/archive/open-archive.ts';
import { readConfig } from '../../src/config.ts';
import { replay } from '../../src/jobs/replay.ts';
import { runHere } from '../cli/run-licet.ts';
import { fc } from '../support/draws.ts';
import { openFetchedToy } from '../support/fetched-toy.ts';
import { toyRecord } from '../support/toy-night.ts';

const row = (at: number): SourceRecord =>
  toyRecord(`编造第${at}示例医院`, { province: '编造省' }, { row: at, raw: { 名称: `${at}` } });
const rows = new Map([1, 2, 3, 4].map((at) => [at, row(at)]));
/** The same rows make other bytes with another blank in front. */
const page = (blank: number, ...numbers: number[]) => ({
  kind: 'page' as const,
  type: 'application/json',
  body: `${' '.repeat(blank)}${JSON.stringify(numbers.map((at) => rows.get(at)))}`,
});
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

t.test(
  'whatever happens to a file, the archive never gives other bytes than those of the number',
  async (t) => {
    const data = t.testdir();
    const archive = openArchive(data);
    const bytes = new Uint8Array(randomBytes(5000));
    const number = await archive.put(bytes);
    const file = fileOf(archiveFolder(data), number);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 6000 }), async (other) => {
        writeFileSync(file, other);
        const { state } = await archive.look(number);
        const given = await archive.get(number);
        const again = await archive.put(bytes);
        const whole = Buffer.from(bytes).equals((await archive.get(number)) ?? new Uint8Array());
        return state === 'damaged' && given === undefined && again === number && whole;
      }),
      { numRuns: 30 },
    );
    rmSync(file);
    t.same(await archive.look(number), { state: 'missing' });
    t.same(await archive.look('../../etc/passwd'), { state: 'missing' });
  },
);

t.test(
  'a lost page is a problem that says so, never a fault, and the service says it is degraded',
  async (t) => {
    const toy = await openFetchedToy(t);
    toy.origin.on('/list', page(0, 1, 2));
    await toy.go('2026-05-01T04:00:00.000Z');
    let now = new Date('2026-05-02T04:00:00.000Z');
    const config = { ...readConfig({ LICET_DATA: toy.root, LICET_LOG: 'silent' }), rateLimit: 0 };
    const app = await buildApp({ store: toy.store, archive: toy.archive, config, clock: () => now });
    t.teardown(() => app.close());
    const number = sha(page(0, 1, 2).body);
    const file = fileOf(archiveFolder(toy.root), number);
    const whole = readFileSync(file);
    const ask = async (path: string) => {
      const response = await app.inject(path);
      return { status: response.statusCode, ...response.json() };
    };
    const bytes = `/v1/evidence/${number}/bytes`;
    t.same((await app.inject(bytes)).rawPayload, whole);
    t.match(await ask('/readyz'), { status: 'ready', archive: { looked: 1, missing: 0 } });

    writeFileSync(file, 'other bytes');
    t.match(await ask(bytes), { status: 404, code: 'LICET_PAGE_DAMAGED' });
    rmSync(file);
    t.match(await ask(bytes), { status: 404, code: 'LICET_PAGE_MISSING' });
    t.match(await ask(`/v1/evidence/${number}?row=1`), {
      kept: 'missing',
      bytesUrl: null,
      bytesWithheld: /missing on this machine/,
      words: { 名称: '1' },
    });
    t.match(await ask('/readyz'), { status: 'ready' }, 'not looked for again within the minute');
    now = new Date(now.getTime() + 60_000);
    t.match(await ask('/readyz'), { status: 'degraded', archive: { missing: 1 } });

    await toy.archive.put(whole);
    now = new Date(now.getTime() + 60_000);
    t.match(await ask('/readyz'), { status: 'ready' });
    const gone = ['archive', 'remove', number, '--by', 'Made-up Name', '--reason', 'made-up order'];
    t.match((await runHere(toy.root, gone)).err, /--yes is missing/);
    t.equal((await runHere(toy.root, [...gone, '--yes'])).code, 0);
    const removed = await ask(bytes);
    t.match(removed, { status: 410, code: 'LICET_PAGE_REMOVED', detail: /removed on .* by the operator/ });
    t.notMatch(JSON.stringify(removed), /Made-up Name|made-up order/, 'who and why stay with the operator');
    t.match(await ask(`/v1/evidence/${number}?lang=zh`), { kept: 'removed', bytesWithheld: /移除/ });
    t.match(await ask(`/v1/evidence/${'0'.repeat(64)}`), { status: 404, code: 'LICET_UNKNOWN_EVIDENCE' });

    // Files of the kernel, on which nothing can be written: a disk without room. Elsewhere than on Linux there is none such.
    if (process.platform === 'linux') config.data = '/proc';
    if (process.platform === 'linux') t.match(await ask('/readyz'), { status: 'degraded', freeBytes: 0 });
  },
);

t.test('a check names what is missing, damaged or unknown, and fails for the first two alone', async (t) => {
  const toy = await openFetchedToy(t);
  toy.origin.on('/list', page(0, 1, 2), page(1, 1, 2), page(0, 1, 2, 3));
  const sources = [toy.source({ dated: 'printed' })];
  for (const day of [1, 2, 3]) await toy.go(`2026-05-0${day}T04:00:00.000Z`, { sources });
  const dir = archiveFolder(toy.root);
  const check = async (...args: string[]) => {
    const { code, out } = await runHere(toy.root, ['archive', 'check', ...args, '--json']);
    return { code, ...JSON.parse(out) };
  };
  t.match(await check(), { code: 0, checked: 1, whole: 1, faults: [], orphaned: null });
  const orphan = sha(page(1, 1, 2).body);
  writeFileSync(join(dir, orphan.slice(0, 2), '.half.partial'), 'half');
  t.match(await check('--all'), { code: 0, checked: 3, whole: 3, faults: [], orphaned: [orphan] });
  t.match((await check('--all')).leftovers, [/half\.partial$/]);
  const [first, newest] = [sha(page(0, 1, 2).body), sha(page(0, 1, 2, 3).body)];
  writeFileSync(fileOf(dir, first), 'x');
  t.match(await check(), { code: 0 }, 'the newest edition is whole');
  rmSync(fileOf(dir, newest));
  t.match(await check(), { code: 4, faults: [{ sha256: newest, state: 'missing' }] });
  t.equal((await check('--all')).faults.length, 2);
  t.match((await runHere(toy.root, ['archive', 'check', '--all'])).out, /1 missing, 1 damaged/);
});

t.test('prune takes what nothing rests on, leaves a word in its place, and keeps all else', async (t) => {
  const toy = await openFetchedToy(t);
  const source = toy.source({ dated: 'printed', expect: { rows: { min: 2, max: 9 }, maxDrop: 0.5 } });
  const [first, same, fewer, more, refused, other, refusedAgain, last] = [
    page(0, 1, 2, 3),
    page(1, 1, 2, 3),
    page(0, 1, 2),
    page(0, 1, 2, 4),
    page(0, 1),
    page(1, 1, 2, 4),
    page(1, 1),
    page(2, 1, 2, 4),
  ];
  const nights = [first, same, fewer, fewer, more, refused, other, refusedAgain, last];
  toy.origin.on('/list', ...nights);
  for (const at of nights.keys())
    await toy.go(`2026-05-${String(at + 1).padStart(2, '0')}T04:00:00.000Z`, { sources: [source] });
  const later =
    (day: string) =>
    (...args: string[]) =>
      runHere(toy.root, ['archive', 'prune', ...args], {}, () => new Date(`${day}T04:00:00.000Z`));
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  t.match((await later(soon)('--dry-run')).out, /^0 pages may go/, 'nothing before ninety days');
  const prune = later('2028-01-01');
  const found = JSON.parse((await prune('--dry-run', '--json')).out);
  const numbers = (pages: readonly { sha256: string }[]) => pages.map(({ sha256 }) => sha256).sort();
  t.same(numbers(found.pages), [same, refused, other].map(({ body }) => sha(body)).sort());
  t.match(found.pages, [{ rule: 'unreferenced' }, { rule: 'unreferenced' }, { rule: 'unreferenced' }]);
  const without = await prune();
  t.equal(without.code, 2);
  t.match(without.err, /--yes is missing/);
  t.match((await prune('--before', '2027-12-01')).err, /too late/);

  t.match((await prune('--yes')).out, /3 pages may go[\s\S]*removed/);
  t.match(await toy.archive.look(sha(same.body)), { state: 'removed', tombstone: { rule: 'unreferenced' } });
  for (const { body } of [first, fewer, more, refusedAgain, last])
    t.match(await toy.archive.look(sha(body)), { state: 'kept' });
  t.match(await runHere(toy.root, ['evidence', sha(refused.body)]), {
    code: 3,
    err: /was kept.*removed on 2028-01-01/,
  });
  t.match(await prune('--yes'), { code: 0, out: /^0 pages may go[\s\S]*nothing was removed/ });

  const older = JSON.parse((await prune('--before', '2026-06-01', '--yes', '--json')).out);
  t.match(older, {
    removed: true,
    pages: [{ sha256: sha(fewer.body), rule: 'superseded', before: '2026-06-01' }],
  });
  t.match(await toy.archive.look(sha(fewer.body)), {
    state: 'removed',
    tombstone: { source: 'cn-toyville-list' },
  });
  t.match(await runHere(toy.root, ['archive', 'check', '--all']), {
    code: 0,
    out: /1 removed with a tombstone/,
  });
  const warc = ['archive', 'export', '--warc', join(toy.root, 'kept.warc.gz')];
  t.match(await runHere(toy.root, warc), { code: 0, out: /1 were removed on purpose/ });
  const { store, archive } = toy;
  const { generation } = store.reader();
  const again = replay({ store, archive, sources: [source], generation, data: join(toy.root, 'again') });
  await t.rejects(again, /was removed from the archive on 2028-01-01, superseded/);
  t.equal(await toy.archive.put(Buffer.from(fewer.body)), sha(fewer.body));
  t.equal(
    await toy.archive.tombstone(sha(fewer.body)),
    undefined,
    'a page that comes again has no tombstone',
  );
});
