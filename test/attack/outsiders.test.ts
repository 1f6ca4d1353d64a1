import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example', log: 'info' }, fewSources);
t.teardown(service.close);
const { app } = service;
await app.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.address() as AddressInfo;

/** Sends bytes as they are, and gives what came back until the service hung up. */
const raw = async (text: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    answer += String(bytes);
  });
  socket.write(text);
  await new Promise((closed) => socket.once('close', closed));
  return answer;
};
const request = (line: string, headers: readonly string[] = [], body = ''): string =>
  [`${line} HTTP/1.1`, 'host: licet.example', 'connection: close', ...headers, '', body].join('\r\n');

const addresses = [
  '/?name=',
  '/?q=',
  '/check?name=',
  '/check?id=',
  '/check?service=',
  '/check?claim=',
  '/compare?name=',
  '/report?about=',
  '/partners?id=',
  '/sources?lang=',
  '/hospitals/test-confirmed?site=',
  '/hospitals/',
  '/problems/',
  '/',
  '/badge/test-confirmed.svg?site=',
  '/badge/test-confirmed.svg?campus=',
  '/badge/test-confirmed/frame?site=',
  '/badge/test-confirmed/qr.svg?site=',
  '/oembed?url=',
];
const scripts = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</title><svg onload=alert(1)>',
  ']]><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  'javascript:alert(1)',
];
/** What a browser would run: an element or an attribute that only the sender can have brought in. */
const RUNS = /<script>alert|<img src=x|<svg onload|" onmouseover="alert|(?:href|src|action)="?javascript:/i;

t.test('no address brings script into a page, a picture or a refusal', async (t) => {
  const run: string[] = [];
  for (const address of addresses)
    for (const script of scripts)
      for (const accept of ['text/html', 'application/json']) {
        const url = address + encodeURIComponent(script);
        const { body, headers } = await app.inject({ url, headers: { accept } });
        if (/html|svg|xml/.test(String(headers['content-type'])) && RUNS.test(body)) run.push(url);
      }
  t.strictSame(run, []);
});

t.test('no form shows script', async (t) => {
  const run: string[] = [];
  for (const script of scripts)
    for (const [url, fields] of [
      ['/report', { about: script, text: script }],
      ['/report', { about: script, text: script.repeat(100) }],
      ['/verify-badge', { badge: script, site: script }],
    ] as const) {
      const { body } = await app.inject({
        url,
        method: 'POST',
        payload: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      });
      if (RUNS.test(body)) run.push(`${url} ${script}`);
    }
  t.strictSame(run, []);
});

t.test('no value becomes a header or a line of the log', async (t) => {
  const injected: string[] = [];
  const value = encodeURIComponent('a\r\nx-injected: 1\r\n\r\n{"injected":1}');
  for (const address of addresses) {
    const [head = ''] = (await raw(request(`GET ${address}${value}`))).split('\r\n\r\n');
    if (!head.startsWith('HTTP/1.1 ') || /^x-injected/im.test(head)) injected.push(address);
  }
  t.strictSame(injected, []);
  const lines = service.log().trimEnd().split('\n');
  t.ok(lines.length > addresses.length);
  t.ok(lines.every((line) => typeof JSON.parse(line).level === 'number'));
});

t.test('no path leads out of what is served', async (t) => {
  const out: string[] = [];
  for (const path of [
    '/../package.json',
    '/assets/../../package.json',
    '/assets/fonts/../../package.json',
    '/assets/fonts/..%2f..%2f..%2fpackage.json',
    '/assets/fonts/noto-sans-sc-..%2f..%2fpackage.json',
    '/assets/fonts/noto-sans-sc-x%00.woff2',
    '/badge/..%2f..%2fpackage.json.svg',
    '/hospitals/..%2f..%2fetc%2fpasswd',
    '/v1/sources/..%2f..%2fpackage.json',
    '/v1/evidence/..%2f..%2fpackage.json/bytes',
    '/v1/evidence/%2e%2e/bytes',
    '//etc/passwd',
    '/..\\..\\package.json',
    'http://169.254.169.254/latest/meta-data/',
  ]) {
    const answer = await raw(request(`GET ${path}`));
    // A picture that refuses comes with 200, so that browsers show it, and its status in a header.
    if (!/^(?:HTTP\/1\.1|x-licet-status:) 4\d\d\s/m.test(answer) || /"devDependencies"|root:x:/.test(answer))
      out.push(`${path}: ${answer.slice(0, 40)}`);
  }
  t.strictSame(out, []);
});

t.test('headers that are huge, doubled or of two minds are refused, and the service goes on', async (t) => {
  t.match(await raw(request('GET /healthz', [`x-huge: ${'a'.repeat(20_000)}`])), /^HTTP\/1\.1 431 /);
  const many = Array.from({ length: 1_800 }, (_, at) => `x-${at}: ${at}`);
  t.match(await raw(request('GET /healthz', many)), /^HTTP\/1\.1 431 /);
  t.match(await raw(request(`GET /${'a'.repeat(20_000)}`)), /^HTTP\/1\.1 431 /);
  const two = ['content-type: application/json', 'content-length: 2', 'transfer-encoding: chunked'];
  t.match(await raw(request('POST /v1/verify', two, '{}')), /^HTTP\/1\.1 400 /);
  const lengths = ['content-type: application/json', 'content-length: 2', 'content-length: 20'];
  t.match(await raw(request('POST /v1/verify', lengths, '{}')), /^HTTP\/1\.1 400 /);
  t.match(await raw('\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'), /^HTTP\/1\.1 400 /);
  t.match(await raw(request('GET /healthz')), /^HTTP\/1\.1 200 /);
});

t.test('a body that unfolds is not unfolded', async (t) => {
  const payload = gzipSync(Buffer.from(`{"name":"${'a'.repeat(10_000_000)}"}`));
  for (const encoding of ['gzip', 'deflate', 'br', 'x-gzip']) {
    const { statusCode } = await app.inject({
      url: '/v1/verify',
      method: 'POST',
      payload,
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
    });
    t.ok(statusCode === 400 || statusCode === 415, `${encoding}: ${statusCode}`);
  }
});

t.test('keys that reach into the language are refused and change nothing for anybody', async (t) => {
  for (const payload of [
    '{"__proto__":{"name":"瑞金医院"}}',
    '{"constructor":{"prototype":{"name":"瑞金医院"}}}',
    '{"name":"x","\\u005f_proto__":{"polluted":1}}',
    '{"text":"JCI","__proto__":{"polluted":1}}',
    '[{"name":"x"},{"__proto__":{"polluted":1}}]',
  ])
    for (const url of ['/v1/verify', '/v1/claims/check', '/v1/receipts']) {
      const headers = { 'content-type': 'application/json' };
      const { statusCode } = await app.inject({ url, method: 'POST', payload, headers });
      t.equal(statusCode, 400, `${url} ${payload}`);
    }
  for (const query of ['__proto__[name]=x', '__proto__=x&name=x', 'constructor.prototype.name=x'])
    t.equal((await app.inject(`/v1/verify?${query}`)).statusCode, 400, query);
  t.notOk('polluted' in {});
});

t.test('no sentence of an answer holds a mark that turns the direction of writing', async (t) => {
  const name = encodeURIComponent('瑞金\u202e医院\u2066');
  for (const url of [
    `/v1/verify?name=${name}`,
    `/v1/claims/check?text=${name}`,
    '/v1/verify?n%E2%80%AE=x',
    `/v1/identifiers/${encodeURIComponent('12\u202e34')}`,
  ])
    t.notMatch((await app.inject({ url })).body, /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, url);
});
