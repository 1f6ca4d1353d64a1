import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { folderSource } from '../support/folder-source.ts';
import { toyRecord } from '../support/toy-night.ts';
import { runHere } from './run-licet.ts';

const root = t.testdir();
const catalogue = join(root, 'scrapers');
const run = (data: string, ...args: readonly string[]) => runHere(join(root, data), args, { catalogue });

folderSource(catalogue, {
  id: 'cn-toyville-bundled',
  how: 'bundled',
  asOf: '2026-01-31',
  dated: undefined,
  plainHttp: undefined,
});
writeFileSync(join(catalogue, 'cn-toyville-bundled/list.json'), JSON.stringify([toyRecord('编造示例医院')]));
for (const name of ['a', 'b', 'c', 'd', 'e'])
  folderSource(catalogue, {
    id: `cn-toyville-${name}`,
    pages: [{ key: 'list', url: 'https://127.0.0.1:9/' }],
  });

t.test('pages that were never kept are one line and no fault of ours: the code is 3', async (t) => {
  const { code, out } = await run('fresh', 'harvest', '--all', '--from', 'archive');
  t.equal(code, 3);
  t.match(out, /accepted\s+cn-toyville-bundled/);
  t.match(out, /unreachable: cn-toyville-a, cn-toyville-b and 3 more: no page of it was ever kept/);
  t.equal(out.split('unreachable').length, 2);
  t.match(out, /generation 1 published/);
});

t.test('--version names program, policy and generation, and makes no folder', async (t) => {
  await run('held', 'harvest');
  t.match(await run('held', '--version'), {
    code: 0,
    out: /^licet \d+\.\d+\.\d+, policy \d{4}-\d{2}-\d{2}\.\d+, generation 1 in /,
  });
  t.match(await run('none', '-V'), { code: 0, out: /no generation yet/ });
  t.notOk(existsSync(join(root, 'none')));
});
