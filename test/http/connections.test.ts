import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import Fastify from 'fastify';
import t from 'tap';
import { ConfigError, readConfig } from '../../src/config.ts';
import { boundConnections, connectionLimits } from '../../src/http/plugins/connections.ts';
import { clientOf } from '../../src/http/plugins/limiter.ts';
import { fewSources, openService } from '../support/app.ts';

t.test('all addresses of one IPv6 network are one client, however they are spelled', (t) => {
  const same = [
    ['2001:db8:1:1::1', '2001:db8:1:1:ffff::9', '2001:0db8:0001:0001:0:0:0:2', '2001:db8:1:1::1%eth0'],
    ['2001:db8::1', '2001:db8:0:0::2', '2001:db8::ffff:0:0:1', '2001:DB8:0::7'],
    ['::ffff:192.0.2.1', '192.0.2.1', '::ffff:c000:201'],
  ];
  for (const addresses of same) t.equal(new Set(addresses.map(clientOf)).size, 1, addresses.join(' '));
  const apart = ['2001:db8:1:1::1', '2001:db8:1:2::1', '2001:db8::1', '::1', '192.0.2.1', '192.0.2.2'];
  t.equal(new Set(apart.map(clientOf)).size, apart.length);
  t.end();
});

t.test('no client chooses its own address: proxies are named by number or address, never "on"', async (t) => {
  t.throws(() => readConfig({ LICET_TRUST_PROXY: 'on' }), ConfigError);
  t.throws(() => readConfig({ LICET_TRUST_PROXY: '10.0.0.0/99' }), /must name the proxies/);
  t.strictSame(readConfig({ LICET_TRUST_PROXY: '10.0.0.0/8, loopback' }).trustProxy, [
    '10.0.0.0/8',
    'loopback',
  ]);
  const service = await openService({ rateLimit: 2, trustProxy: 1 }, fewSources);
  t.teardown(service.close);
  const from = (forwarded: string) =>
    service.app.inject({
      url: '/v1/schemes',
      remoteAddress: '10.0.0.1',
      headers: { 'x-forwarded-for': forwarded },
    });
  await from('198.51.100.1, 192.0.2.1');
  await from('198.51.100.2, 192.0.2.1');
  t.equal((await from('198.51.100.3, 192.0.2.1')).statusCode, 429, 'what a client invents does not count');
  t.equal((await from('192.0.2.2')).statusCode, 200);
});

t.test('a base address is a host name alone', async (t) => {
  for (const wrong of [
    'licet',
    'ftp://licet.example',
    'https://portal.example/licet',
    'https://a:b@licet.example',
    'https://licet.example/?x',
  ])
    t.throws(() => readConfig({ LICET_BASE_URL: wrong }), ConfigError, wrong);
  t.equal(readConfig({ LICET_BASE_URL: 'https://licet.example/' }).baseUrl, 'https://licet.example');
});

t.test('supervisors have a share of their own, which ends too', async (t) => {
  const service = await openService({ rateLimit: 2 }, fewSources);
  t.teardown(service.close);
  const codes = async (url: string) => {
    const found: number[] = [];
    for (let at = 0; at < 3; at += 1) found.push((await service.app.inject({ url })).statusCode);
    return found;
  };
  t.strictSame(await codes('/healthz'), [200, 200, 429]);
  t.strictSame(await codes('/v1/schemes'), [200, 200, 429]);
});

const openSocket = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
};

t.test(
  'one client holds so many connections and no more; another place is free when one closes',
  async (t) => {
    const app = Fastify();
    boundConnections(app.server, false, 3);
    app.get('/', async () => 'here');
    await app.listen({ host: '127.0.0.1', port: 0 });
    t.teardown(() => app.close());
    const { port } = app.server.address() as AddressInfo;
    const held = [await openSocket(port), await openSocket(port), await openSocket(port)];
    const late = await openSocket(port);
    await once(late, 'close');
    t.pass('the fourth is hung up on');
    for (const socket of held) socket.destroy();
    await Promise.all(held.map((socket) => once(socket, 'close')));
    t.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200);
  },
);

t.test('a request that is only half sent is ended with 408', async (t) => {
  const service = await openService({}, fewSources);
  t.teardown(service.close);
  const { server } = service.app;
  t.equal(server.requestTimeout, connectionLimits.requestTimeout);
  t.ok(server.maxConnections > 0);
  server.requestTimeout = 300;
  server.headersTimeout = 200;
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const socket = await openSocket((server.address() as AddressInfo).port);
  let answer = '';
  socket.on('data', (bytes) => {
    answer += String(bytes);
  });
  socket.write(
    'POST /v1/verify HTTP/1.1\r\nhost: a.example\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"na',
  );
  await once(socket, 'close');
  t.match(answer, /^HTTP\/1\.1 408 /);
});

t.test('a Host header that is no host is a bad request, never a fault of ours', async (t) => {
  const service = await openService({}, fewSources);
  t.teardown(service.close);
  const ask = (host: string) => service.app.inject({ url: '/', headers: { host } });
  for (const host of [
    'a b',
    'x/../y',
    '"',
    'evil.example/path',
    '[::1',
    'a.example:99999999',
    '<script>',
    '@',
  ])
    t.match(
      (await ask(host)).json(),
      { status: 400, code: 'LICET_BAD_REQUEST', detail: /Host header/ },
      host,
    );
  for (const host of ['licet.example', 'licet.example:8080', '127.0.0.1:8080', '[::1]:8080', 'my_host'])
    t.equal((await ask(host)).statusCode, 200, host);
});
