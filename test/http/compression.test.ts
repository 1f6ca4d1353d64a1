import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const { app, close } = await openService({}, fewSources);
t.teardown(close);

const question = '/v1/verify?name=Ruijin%20Hospital&service=G06';
const taking = (url: string, encoding: string, more: Record<string, string> = {}) =>
  app.inject({ url, headers: { 'accept-encoding': encoding, ...more } });

t.test('an answer has the same bytes, compressed or not, asked once or often', async (t) => {
  const plain = await app.inject(question);
  t.equal(plain.headers['content-encoding'], undefined);
  for (let asked = 0; asked < 4; asked += 1) {
    const br = await taking(question, 'gzip, deflate, br');
    t.match(br.headers, { 'content-encoding': 'br', vary: /accept-encoding/ });
    t.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body);
    t.ok(br.rawPayload.length < plain.rawPayload.length / 2);
  }
  const gzip = await taking(question, 'gzip, br;q=0');
  t.equal(gzip.headers['content-encoding'], 'gzip');
  t.equal(gunzipSync(gzip.rawPayload).toString(), plain.body);
});

t.test('a client gets what it weighs most, also where the answer is kept compressed', async (t) => {
  for (const url of [question, '/sources', '/openapi.json'])
    for (const [asked, given] of [
      ['br;q=0.1, gzip;q=0.5', 'gzip'],
      ['gzip;q=0.2, br;q=0.3', 'br'],
      ['BR', 'br'],
      ['br;q=0, gzip;q=0', undefined],
      ['identity;q=1, br;q=0.5', undefined],
      ['zstd', undefined],
    ] as const)
      t.equal((await taking(url, asked)).headers['content-encoding'], given, `${url} ${asked}`);
});

t.test('whatever could have been compressed says so, also where it was not', async (t) => {
  for (const url of [question, '/sources', '/openapi.json', '/docs/js/scalar.js', '/v1/sources'])
    t.match((await app.inject(url)).headers.vary, /accept-encoding/, url);
  for (const url of ['/healthz', '/badge/test-confirmed.png?site=x.example'])
    t.notMatch((await app.inject(url)).headers.vary, /accept-encoding/, url);
});

t.test('whoever holds the compressed answer is told that it still holds', async (t) => {
  const { headers } = await taking(question, 'br');
  t.match(headers.etag, /^W\/"/, 'its bytes are others than those of the plain one');
  const again = await taking(question, 'br', { 'if-none-match': String(headers.etag) });
  t.equal(again.statusCode, 304);
  // A cache keeps the compressed bytes under the headers of this answer.
  t.match(again.headers.vary, /accept-language, accept-encoding/);
  t.equal(again.rawPayload.length, 0);
  t.equal(
    (await app.inject({ url: question, headers: { 'if-none-match': String(headers.etag) } })).statusCode,
    304,
  );
});

t.test(
  'pages, the reference and its script are compressed; short answers and pictures are not',
  async (t) => {
    for (const url of ['/', '/openapi.json', '/docs/js/scalar.js', '/sources', '/sitemap.xml'])
      t.equal((await taking(url, 'br')).headers['content-encoding'], 'br', url);
    for (const url of ['/healthz', '/badge/test-confirmed.png?site=x.example'])
      t.equal((await taking(url, 'br')).headers['content-encoding'], undefined, url);
  },
);

t.test('events that are sent one by one are left as they are', async (t) => {
  const events = await app.inject({
    method: 'POST',
    url: '/mcp',
    headers: {
      accept: 'application/json, text/event-stream',
      'accept-encoding': 'br',
      'mcp-protocol-version': '2025-11-25',
    },
    payload: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
  });
  t.match(events.headers, { 'content-type': 'text/event-stream', 'content-encoding': undefined });
});
