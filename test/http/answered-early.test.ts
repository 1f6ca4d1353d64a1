import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import t from 'tap';
import { openEarly } from '../../src/answer-early.ts';
import { buildApp } from '../../src/app.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fewSources, TODAY } from '../support/app.ts';
import { copyBundledData, keptNames } from '../support/bundled-data.ts';

/** What a server writes back on a socket until it hangs up. */
const writtenBack = (address: string, sent: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    let back = '';
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    socket.on('data', (bytes) => {
      back += String(bytes);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(back));
  });

t.test(
  'before the framework is there a client holds no more connections, and is told what is no request',
  async (t) => {
    const data = t.testdir();
    const store = await openStore({ data });
    const config = readConfig({ LICET_DATA: data });
    const log = new Writable({ write: (_line, _, done) => done() });
    const needs = { store, archive: openArchive(data), config, clock: () => TODAY, log };
    const early = openEarly(needs);
    const address = await early.listen({ host: '127.0.0.1', port: 0 });
    t.match(
      await writtenBack(address, 'no request\r\n\r\n'),
      /^HTTP\/1\.1 400 .*problem\+json.*LICET_BAD_REQUEST/s,
    );
    const { hostname, port } = new URL(address);
    const held = Array.from({ length: 200 }, () => connect(Number(port), hostname));
    for (const socket of held) socket.on('error', () => undefined);
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    t.equal(await writtenBack(address, ''), '', 'the one too many is hung up on');
    for (const socket of held) socket.destroy();
    const app = await buildApp({ ...needs, early });
    await app.listen({ host: '127.0.0.1', port: 0 });
    let told = '';
    // Until the server has seen that the others hung up.
    while (told === '') told = await writtenBack(address, 'no request\r\n\r\n');
    t.equal(told.split('LICET_BAD_REQUEST').length, 3, 'told once, by its code and its address');
    await app.close();
    await store.close();
  },
);

t.test('a start answers plain questions before the framework is there; all else waits for it', async (t) => {
  const data = t.testdir();
  await copyBundledData(data, fewSources);
  const store = await openStore({ data });
  await keptNames(store, data);
  const lines: string[] = [];
  const log = new Writable({
    write: (line, _, done) => {
      lines.push(String(line));
      done();
    },
  });
  const config = { ...readConfig({ LICET_DATA: data }), rateLimit: 6 };
  const needs = { store, archive: openArchive(data), config, clock: () => TODAY, log };
  const early = openEarly(needs);
  const address = await early.listen({ host: '127.0.0.1', port: 0 });
  const get = (path: string) => fetch(address + path);
  const byId = '/v1/verify?id=cn2257awfut6';
  const byName = `/v1/verify?name=${encodeURIComponent('瑞金医院')}`;
  const first = await get(byId);
  t.equal(first.status, 200);
  const body = await first.text();
  t.equal((await get(byName)).status, 200);
  t.match(lines.join(''), /"route":"\/v1\/verify","status":200/);

  const ended: string[] = [];
  const waiting = ['/healthz', '/v1/verify?nme=x', '/v1/verify'].map(async (path) => {
    const { status } = await get(path);
    ended.push(`${path} ${status}`);
  });
  t.equal((await get(byId)).status, 200, 'nor do they keep it from others');
  t.strictSame(ended, [], 'nobody is answered by a framework that is not there');

  const app = await buildApp({ ...needs, early });
  t.equal(await app.listen({ host: '127.0.0.1', port: 0 }), address, 'the framework takes over its server');
  await Promise.all(waiting);
  t.strictSame(ended.sort(), ['/healthz 200', '/v1/verify 400', '/v1/verify?nme=x 400']);
  t.equal((await app.inject({ url: byId, remoteAddress: '192.0.2.1' })).body, body);
  t.equal((await get('/v1/schemes')).status, 200, 'one that waited is counted once');
  t.equal((await get(byId)).status, 429, 'its client has one share, whoever answers');
  await app.close();
  await t.rejects(get(byId), 'it ends with the service');
  await store.close();
});
