import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { CannotReplay } from '../../src/jobs/rebuild.ts';
import { replay } from '../../src/jobs/replay.ts';
import { openStore } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { capturedSource } from '../support/captured-source.ts';
import { listPage } from '../support/fetched-toy.ts';
import { folderSource } from '../support/folder-source.ts';
import { madeUpNumbers } from '../support/made-up.ts';
import { startOrigin } from '../support/origin.ts';
import { toyRecord } from '../support/toy-night.ts';

const rows = (...numbers: number[]) =>
  numbers.map((at) =>
    toyRecord(
      `编造第${at}示例医院`,
      { province: '编造省', city: '编造市' },
      { row: at, raw: { 名称: `${at}` } },
    ),
  );

t.test('nights of every kind, rebuilt from the archive alone, give the same registry hash', async (t) => {
  const data = t.testdir();
  const catalogue = join(data, 'scrapers');
  const origin = await startOrigin();
  t.teardown(() => origin.close());
  folderSource(catalogue, {
    cadence: '0 3 * * *',
    pages: [{ key: 'list', url: `${origin.url}/list` }],
    expect: { rows: { min: 1, max: 99 }, maxDrop: 0.4 },
  });
  capturedSource(catalogue);
  let time = Date.parse('2026-05-01T04:00:00Z');
  const licet = (...args: string[]) => {
    time += 86_400_000;
    const overrides = { catalogue, fetchSettings: { allowLoopback: true, gapMs: 0, attempts: 1 } };
    return runHere(data, args, overrides, () => new Date(time));
  };
  const harvest = async (...args: string[]) => {
    const { sources } = JSON.parse((await licet('harvest', ...args, '--json')).out);
    return sources[0];
  };
  origin.on('/list', { kind: 'reset' });
  t.match(await harvest('--all'), { state: 'unreachable' }, 'known before it was ever read');
  origin.on('/list', listPage(rows(1, 2, 3, 4)));
  t.match(await harvest('--all', '--dry-run'), { added: 4 });
  t.match(await harvest('--all'), { added: 4 }, 'the rehearsal wrote nothing');
  const { licence, uscc } = madeUpNumbers('MA9YYYY1');
  const fields = {
    登记号: licence,
    机构名称: '编造登记示例医院',
    统一社会信用代码: uscc,
    有效期至: '2028-06-30',
  };
  const typed = Object.entries(fields).flatMap(([name, value]) => ['--field', `${name}=${value}`]);
  const taken = await licet(
    'capture',
    'cn-toyville-register',
    ...typed,
    '--by',
    'Made-up Operator',
    '--as-of',
    '2026-05-02',
    '--yes',
  );
  t.match(taken.out, /1 of 1 rows recorded/);
  origin.on('/list', listPage(rows(1, 2, 3)));
  t.match(await harvest('cn-toyville-list'), { missing: 1 });
  t.match(await harvest('cn-toyville-list'), { removed: 1 });
  origin.on('/list', listPage(rows(1)));
  t.match(await harvest('cn-toyville-list'), { state: 'refused', refusals: [/1 rows after 3/] });
  t.match((await licet('harvest', 'accept', 'cn-toyville-list')).err, /--by is missing/);
  const accept = [
    'harvest',
    'accept',
    'cn-toyville-list',
    '--by',
    'Made-up Operator',
    '--reason',
    'the list was split',
  ];
  t.match((await licet(...accept)).out, /accepted +cn-toyville-list[\s\S]*\?2/);
  t.match(await harvest('cn-toyville-list', '--from', 'archive'), { state: 'accepted', removed: 2 });

  const store = await openStore({ data });
  t.teardown(() => store.close());
  const [one = '', other = '', ...others] = await store.reader().institutionIds(null, 9);
  const judge = (decision: string) =>
    licet('judge', one, other, decision, '--by', 'Made-up Judge', '--because', 'made up: one address');
  t.match((await judge('same')).out, /same: recorded/);
  await store.refresh();
  const joined = store.reader().generation;
  t.equal((await store.reader().institutionIds(null, 9)).length, others.length + 1);
  origin.on('/list', listPage(rows(1, 5)));
  t.match(await harvest('cn-toyville-list'), { added: 1 });
  t.match((await judge('different')).out, /different: recorded/);
  await store.refresh();
  t.equal((await store.reader().institutionIds(null, 9)).length, others.length + 3, 'taken back');
  t.match((await store.runs(4, 'cn-toyville-list'))[2], {
    decidedBy: 'Made-up Operator',
    reason: 'the list was split',
  });
  const archive = openArchive(data);
  const sources = await loadCatalogue(catalogue);
  const newest = store.reader().generation;
  t.ok(newest >= 9);
  for (const generation of [1, 3, joined, newest]) {
    const rebuilt = join(data, `replayed-${generation}`);
    t.match(await replay({ store, archive, sources, generation, data: rebuilt }), {
      equal: true,
      readOtherwise: [],
      compiledOtherwise: false,
    });
  }
  t.match((await licet('replay', String(newest))).out, /the same/);
  const late = () => new Date('2029-01-01T04:00:00Z');
  t.match(await runHere(data, ['archive', 'prune', '--yes'], {}, late), { code: 0 });
  const pruned = join(data, 'pruned');
  t.match(
    await replay({ store, archive, sources, generation: newest, data: pruned }),
    { equal: true },
    'prune takes nothing a generation rests on',
  );
  const gone = { ...archive, get: async () => undefined };
  await t.rejects(
    replay({ store, archive: gone, sources, generation: newest, data: join(data, 'x') }),
    CannotReplay,
  );
  t.match((await licet('replay', '99')).err, /there is no generation 99/);

  const warc = join(data, 'kept.warc.gz');
  const pages = await store.snapshots();
  t.match((await licet('archive', 'export', '--warc', warc)).out, new RegExp(`${pages.length} pages`));
  const text = gunzipSync(readFileSync(warc)).toString();
  t.match(text, /^WARC\/1\.1\r\nWARC-Type: warcinfo\r\n/);
  t.equal(text.match(/WARC-Type: resource/g)?.length, pages.length);
  for (const { sha256 } of pages) t.match(text, `WARC-Block-Digest: sha256:${sha256}`);
  t.match((await licet('archive', 'export', '--warc', warc)).err, /EEXIST/);
});
