import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { problemSchema } from '../../schema/problem.ts';
import { problems } from '../../src/errors.ts';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
const { app } = service;
t.teardown(service.close);

type Sent = Readonly<{
  url: string;
  method?: 'GET' | 'POST' | 'PUT';
  payload?: unknown;
  headers?: Record<string, string>;
}>;

const refused = async (sent: Sent) => {
  const { payload, ...rest } = sent;
  const body = typeof payload === 'string' || payload === undefined ? payload : JSON.stringify(payload);
  const response = await app.inject({
    ...rest,
    ...(body === undefined ? {} : { payload: body }),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers },
  });
  return { response, problem: problemSchema.parse(response.json()) };
};

const verify = (query: Record<string, string>) => `/v1/verify?${new URLSearchParams(query)}`;
const nobody = { name: 'Made-up Example Hospital' };

type Bad = readonly [what: string, sent: Sent, code: string, field: string | null, helps: RegExp];

const unquoted = (cell: string): string => cell.replace(/^`|`$/g, '');

/** The rows of bad-requests.md. */
const written: readonly Bad[] = readFileSync(join(import.meta.dirname, 'bad-requests.md'), 'utf8')
  .split('\n')
  .filter((line) => /LICET_/.test(line))
  .map((line) => {
    const [what = '', method = '', url = '', body = '', code = '', field = '', helps = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const payload = body === '' ? {} : { payload: unquoted(body) };
    const sent = { method: method as 'GET' | 'POST' | 'PUT', url: unquoted(url), ...payload };
    return [what, sent, code, field === '' ? null : unquoted(field), new RegExp(helps)];
  });

const large = (payload: unknown): Sent => ({ url: '/v1/verify', method: 'POST', payload });
const asText = { ...large('name=x'), headers: { 'content-type': 'text/plain' } };

/** What is too large to be written down. */
const bad: readonly Bad[] = [
  ...written,
  [
    'a name of 10 kB',
    { url: verify({ name: '医'.repeat(1e4) }) },
    'LICET_BAD_QUESTION',
    '?name',
    /10000 characters/,
  ],
  ['a name of 301', { url: verify({ name: 'a'.repeat(301) }) }, 'LICET_BAD_QUESTION', '?name', /at most 300/],
  ['a batch of 101', large(Array(101).fill(nobody)), 'LICET_BAD_QUESTION', '', /101/],
  ['no JSON at all', large(''), 'LICET_BAD_JSON', null, /JSON/],
  ['2 MB', large({ name: 'a'.repeat(2e6) }), 'LICET_BODY_TOO_LARGE', null, /1 MB/],
  ['a wrong content type', asText, 'LICET_WRONG_CONTENT_TYPE', null, /application\/json/],
  ['a path of 600', { url: `/v1/institutions/${'a'.repeat(600)}` }, 'LICET_ADDRESS_TOO_LONG', null, /longer/],
];

t.ok(written.length > 35, 'bad-requests.md is read');

for (const [what, sent, code, field, helps] of bad) {
  t.test(`${what} gets ${code}`, async (t) => {
    const { response, problem } = await refused(sent);
    const { headers, body, statusCode } = response;
    const namesField = field === null || problem.errors?.some((one) => one.field === field) === true;
    const got = { ...headers, code: problem.code, statusCode, namesField, body };
    t.match(got, { code, statusCode: problem.status, namesField: true, body: helps });
    t.match(got['content-type'], /^application\/problem\+json/);
    t.match(got, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
}

t.test('a body that means mischief is refused like any other', async (t) => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  for (const payload of [
    `{"name":${deep}}`,
    `[{"name":${deep}}]`,
    '{"name":{"toString":false}}',
    '{"toString":1}',
  ])
    t.equal(
      (await refused({ url: '/v1/verify', method: 'POST', payload })).problem.code,
      'LICET_BAD_QUESTION',
    );
});

t.test('a wrong method is told which methods are taken', async (t) => {
  const { response } = await refused({ url: '/v1/verify', method: 'PUT', payload: {} });
  t.match(response.headers.allow, /GET.*POST/);
});

t.test('a Chinese name typed into an address as it is gets told how to write it', async (t) => {
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('GET /v1/verify?name=瑞金医院 HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  const said = (await socket.toArray()).join('');
  t.match(said, /^HTTP\/1.1 400 /);
  t.match(said, /LICET_BAD_ADDRESS.*--data-urlencode/);
});

t.test('emoji, SQL, HTML and paths are names like any other, and match nothing', async (t) => {
  for (const name of [
    "'; DROP TABLE institution; --",
    '<script>alert(1)</script>',
    '🏥🏥',
    '../../etc/passwd',
    '%00',
    'a'.repeat(300),
  ]) {
    const response = await app.inject(verify({ name }));
    t.equal(response.statusCode, 200, name);
    t.equal(response.json().identity.match, 'none', name);
  }
});

/** Made up: the check digit is right, the person does not exist. */
const idCard = '110101199003071096';
const personal = [
  idCard,
  `11010119900307 1096`,
  '201011011110101199003071096',
  '１１０１０１１９９００３０７１０９６',
];
const otherAddresses =
  'institutions?name= institutions/ identifiers/ technologies?q= contradictions?after='.split(' ');

t.test(
  'a number that identifies a person is refused wherever it stands, and neither repeated nor logged',
  async (t) => {
    const places: Sent[] = personal.flatMap((value) => [
      { url: verify({ name: value }) },
      { url: verify({ ...nobody, address: `编造路1号 ${value}` }) },
      { url: verify({ ...nobody, [value]: 'x' }) },
      { url: '/v1/verify', method: 'POST' as const, payload: { ...nobody, certificateNumber: value } },
      { url: '/v1/verify', method: 'POST' as const, payload: [nobody, { ...nobody, claim: [value] }] },
      ...otherAddresses.map((address) => ({ url: `/v1/${address}${encodeURIComponent(value)}` })),
      { url: '/v1/receipts', method: 'POST' as const, payload: { ...nobody, city: value } },
    ]);
    const taken: unknown[] = [];
    for (const sent of places) {
      const { response, problem } = await refused(sent);
      if (problem.code !== 'LICET_PERSONAL_NUMBER' || /1990/.test(response.body))
        taken.push([sent, response.body]);
    }
    t.strictSame(taken, []);
    // Not the year alone: the instants of the log may hold these four digits.
    t.notMatch(service.log(), /19900307/);
  },
);

t.test('no log line holds a question', async (t) => {
  await app.inject(verify({ name: 'Unmistakable-Question-Text', city: '编造市' }));
  await app.inject('/v1/institutions/Unmistakable-Question-Text');
  await app.inject('/Unmistakable-Question-Text');
  await app.inject({
    method: 'POST',
    url: '/v1/verify',
    payload: { name: 'Unmistakable-Question-Text', service: 'Unmistakable-Question-Text' },
  });
  t.match(service.log(), /"route":"\/v1\/verify"/);
  t.notMatch(service.log(), /Unmistakable|编造市/);
});

t.test('every problem is in docs/errors.md with its status, and the documents name no other', async (t) => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `(LICET_\w+)` \| (\d+) \| (.+?)<br>(.+?) \| (.+) \|$/gm)];
  const documented = rows.map(([, code, status, title, zh, means]) => [
    code,
    { status: Number(status), title, zh, means },
  ]);
  t.strictSame(Object.fromEntries(documented), problems);
});

t.test('the type of every problem leads to a page that explains it', async (t) => {
  const unexplained: string[] = [];
  for (const [code, { title, zh }] of Object.entries(problems)) {
    const { statusCode, body } = await app.inject(`/problems/${code}`);
    if (statusCode !== 200 || !body.includes(title) || !body.includes(zh)) unexplained.push(code);
  }
  t.strictSame(unexplained, []);
});
