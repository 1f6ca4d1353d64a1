import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { checkReceipt } from '../../src/badge/receipt.ts';
import { openCheckpoint } from '../../src/log/checkpoint.ts';
import { readEntry } from '../../src/log/entry.ts';
import { leafHash, rootOf } from '../../src/log/merkle-tree.ts';
import { entriesIn } from '../../src/log/tiles.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';
import { shownIn } from '../support/paper.ts';

const BASE = 'https://licet.example';
const service = await openService({ baseUrl: BASE }, fewSources);
t.teardown(service.close);
const { app, data, store } = service;
const text = async (url: string) => (await app.inject(url)).body;
const bytes = async (url: string) => (await app.inject(url)).rawPayload;
const keys = async () => (await text('/log/keys')).trim().split('\n');
const local = { fetchSettings: { allowLoopback: true, gapMs: 0 } };
const licet = (...args: readonly string[]) => runHere(data, args, local, () => TODAY);
const save = (name: string, content: string): string => {
  const file = join(data, name);
  writeFileSync(file, content);
  return file;
};

t.test(
  'each generation is in the log with its registry hash and the rules, under a signed checkpoint',
  async (t) => {
    const checkpoint = await openCheckpoint(await text('/log/checkpoint'), await keys());
    t.match(checkpoint, { origin: 'licet.example/log', size: 1 });
    const entries = entriesIn(await bytes('/log/tile/entries/000.p/1')) ?? [];
    const { registryHash } = store.reader().reference;
    t.match(entries.map(readEntry), [{ kind: 'generation', generation: 1, registryHash, policy: /^2/ }]);
    const [leaf] = entries.map((entry) => leafHash(Buffer.from(entry)));
    t.ok(leaf?.equals(await bytes('/log/tile/0/000.p/1')));
    t.ok(checkpoint?.root.equals(rootOf([leaf ?? Buffer.alloc(0)])));
    t.match((await app.inject('/log/tile/0/000.p/1')).headers, { 'cache-control': /immutable/ });
    for (const none of ['/log/tile/0/000', '/log/tile/0/000.p/2', '/log/tile/1/000.p/1', '/log/tile/0/../..'])
      t.equal((await app.inject(none)).statusCode, 404, none);
  },
);

t.test('a receipt carries the proof that its generation was in the log, checked offline', async (t) => {
  const sealed = (
    await app.inject({ method: 'POST', url: '/v1/receipts', payload: { id: 'test-limited' } })
  ).json();
  const set = (await app.inject('/v1/receipts/keys')).json();
  t.match(await checkReceipt(sealed, set), { fault: null, log: 'proven' });
  const other = {
    ...sealed,
    log: { ...sealed.log, entry: sealed.log.entry.replace('"generation":1', '"generation":2') },
  };
  t.match(await checkReceipt(other, set), { fault: null, log: 'not-proven' });
  t.match(await checkReceipt(sealed, { ...set, log: [] }), { log: 'not-proven' });
  const { log: _, ...without } = sealed;
  t.match(await checkReceipt(without, set), { fault: null, log: null });
  const file = save('receipt.json', JSON.stringify(sealed));
  t.match((await licet('check-receipt', file)).out, /^genuine[\s\S]*the public log held that generation/);
});

t.test('the log is checked here and from outside, against a checkpoint that was kept', async (t) => {
  const kept = save('checkpoint.txt', await text('/log/checkpoint'));
  t.match(await licet('log', 'check'), {
    code: 0,
    out: /^1 entries, head .*\nnothing it said was rewritten\n$/,
  });
  t.match(await licet('log', 'check', kept), { code: 0, out: /begins with the 1 entries/ });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const from = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/log`;
  const [key = ''] = await keys();
  t.match(await licet('log', 'check', kept, '--from', from, '--key', key), {
    code: 0,
    out: /begins with the 1/,
  });
  const stranger = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  t.match(await licet('log', 'check', '--from', from, '--key', stranger), {
    code: 2,
    err: /not signed by that key/,
  });
  t.match(await licet('log', 'check', '--key', key), { code: 2, err: /--from/ });
  for (const none of ['', 'hello', 'a b\n5\nxx\n\n— y zz\n', ':::\n5\nxx\n'])
    t.match(await licet('log', 'check', save('none.txt', none)), {
      code: 2,
      err: /none\.txt is none; expected/,
    });
  t.match(JSON.parse((await licet('log', 'show')).out), { kind: 'generation', generation: 1 });
});

t.test('why a log cannot be fetched is said in words for who named it', async (t) => {
  const near = await runHere(data, ['log', 'check', '--from', 'http://localhost:1/log'], {}, () => TODAY);
  t.match(near, { code: 2, err: /keys cannot be had: the address lies on this machine .*; name the one/ });
});

t.test('the request of docs/log.md is answered as it says', async (t) => {
  const { path, answer } = shownIn('log.md');
  const shape = answer.trim().split(/<[^>]+>/);
  const said = (await text(path)).replace(/^\d+$/m, '1').trim();
  let at = 0;
  for (const part of shape) {
    const found = said.indexOf(part, at);
    t.ok(found >= 0, JSON.stringify(part));
    at = found + part.length;
  }
});
