import { readFileSync } from 'node:fs';
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
const today = '2026-11-21';

/** What is sent, the code that comes back, the field it names, and a word that helps. */
const bad: readonly (readonly [
  what: string,
  sent: Sent,
  code: string,
  field: string | null,
  helps: RegExp,
])[] = [
  ['no question', { url: '/v1/verify' }, 'LICET_BAD_QUESTION', '?name', /nobody is named/],
  ['an empty name', { url: verify({ name: '' }) }, 'LICET_BAD_QUESTION', '?name', /is empty/],
  ['a blank name', { url: verify({ name: ' \u3000 ' }) }, 'LICET_BAD_QUESTION', '?name', /is empty/],
  [
    'a name of 10 kB',
    { url: verify({ name: '医'.repeat(10_000) }) },
    'LICET_BAD_QUESTION',
    '?name',
    /10000 characters/,
  ],
  ['a name of 301', { url: verify({ name: 'a'.repeat(301) }) }, 'LICET_BAD_QUESTION', '?name', /at most 300/],
  [
    'a control character',
    { url: verify({ name: 'a\u0007b' }) },
    'LICET_BAD_QUESTION',
    '?name',
    /U\+0007 at position 2/,
  ],
  [
    'half a character',
    { url: '/v1/verify', method: 'POST', payload: '{"name":"\\ud800x"}' },
    'LICET_BAD_QUESTION',
    '/name',
    /lone surrogate/,
  ],
  ['broken UTF-8', { url: '/v1/verify?name=%ED%A0%80' }, 'LICET_BAD_ADDRESS', null, /UTF-8/],
  ['a broken path', { url: '/v1/institutions/%zz' }, 'LICET_BAD_ADDRESS', null, /UTF-8/],
  [
    'an unknown field',
    { url: verify({ ...nobody, servise: 'G06' }) },
    'LICET_BAD_QUESTION',
    '?servise',
    /"service"/,
  ],
  [
    'a name given twice',
    { url: '/v1/verify?name=a&name=b' },
    'LICET_BAD_QUESTION',
    '?name',
    /more than once/,
  ],
  [
    'a wrong type',
    { url: '/v1/verify', method: 'POST', payload: { name: 7 } },
    'LICET_BAD_QUESTION',
    '/name',
    /is a number/,
  ],
  [
    'null',
    { url: '/v1/verify', method: 'POST', payload: { name: null } },
    'LICET_BAD_QUESTION',
    '/name',
    /is null/,
  ],
  [
    'an unknown service',
    { url: verify({ ...nobody, service: 'G60' }) },
    'LICET_BAD_QUESTION',
    '?service',
    /"G0?6?/,
  ],
  ['an unknown claim', { url: verify({ ...nobody, claim: 'jcj' }) }, 'LICET_BAD_QUESTION', '?claim', /"jci"/],
  [
    'one unknown claim of two',
    { url: verify({ ...nobody, claim: 'jci,nope' }) },
    'LICET_BAD_QUESTION',
    '?claim',
    /schemes/,
  ],
  [
    'too many claims',
    {
      url: verify({
        ...nobody,
        claim:
          'licence,grade:3A,grade:3B,grade:3C,grade:3,grade:2A,grade:2B,grade:2C,grade:2,grade:1A,grade:1B',
      }),
    },
    'LICET_BAD_QUESTION',
    '?claim',
    /at most 10/,
  ],
  [
    'a day that is none',
    { url: verify({ ...nobody, asOf: '2025-02-30' }) },
    'LICET_BAD_QUESTION',
    '?asOf',
    /does not exist/,
  ],
  [
    'a word for a day',
    { url: verify({ ...nobody, asOf: 'yesterday' }) },
    'LICET_BAD_QUESTION',
    '?asOf',
    /YYYY-MM-DD/,
  ],
  [
    'tomorrow',
    { url: verify({ ...nobody, asOf: '2026-11-22' }) },
    'LICET_BAD_QUESTION',
    '?asOf',
    new RegExp(`${today} or earlier`),
  ],
  [
    'an unknown language',
    { url: verify({ ...nobody, lang: 'fr' }) },
    'LICET_BAD_QUESTION',
    '?lang',
    /en or zh/,
  ],
  [
    'a physician in an address',
    { url: verify({ ...nobody, practitioner: '编造医师' }) },
    'LICET_BAD_QUESTION',
    '?practitioner',
    /POST/,
  ],
  [
    'a physician’s name alone',
    { url: '/v1/verify', method: 'POST', payload: { practitioner: '编造医师' } },
    'LICET_PRACTITIONER_NAME_ALONE',
    '/practitioner',
    /certificateNumber/,
  ],
  [
    'an empty batch',
    { url: '/v1/verify', method: 'POST', payload: [] },
    'LICET_BAD_QUESTION',
    '',
    /1 to 100/,
  ],
  [
    'a batch of 101',
    { url: '/v1/verify', method: 'POST', payload: Array(101).fill(nobody) },
    'LICET_BAD_QUESTION',
    '',
    /101/,
  ],
  [
    'one bad of four',
    { url: '/v1/verify', method: 'POST', payload: [nobody, nobody, nobody, { ...nobody, service: 'x-x' }] },
    'LICET_BAD_QUESTION',
    '/3/service',
    /vocabulary/,
  ],
  [
    'a batch of numbers',
    { url: '/v1/verify', method: 'POST', payload: [1] },
    'LICET_BAD_QUESTION',
    '/0',
    /not an object/,
  ],
  [
    'a word for a body',
    { url: '/v1/verify', method: 'POST', payload: '"Ruijin"' },
    'LICET_BAD_QUESTION',
    '',
    /not an object/,
  ],
  [
    'malformed JSON',
    { url: '/v1/verify', method: 'POST', payload: '{"name":' },
    'LICET_BAD_JSON',
    null,
    /JSON/,
  ],
  ['no JSON at all', { url: '/v1/verify', method: 'POST', payload: '' }, 'LICET_BAD_JSON', null, /JSON/],
  [
    'a prototype key',
    { url: '/v1/verify', method: 'POST', payload: '{"__proto__":{"name":"x"}}' },
    'LICET_BAD_JSON',
    null,
    /JSON/,
  ],
  [
    '2 MB',
    { url: '/v1/verify', method: 'POST', payload: { name: 'a'.repeat(2_000_000) } },
    'LICET_BODY_TOO_LARGE',
    null,
    /1 MB/,
  ],
  [
    'a wrong content type',
    { url: '/v1/verify', method: 'POST', payload: 'name=x', headers: { 'content-type': 'text/plain' } },
    'LICET_WRONG_CONTENT_TYPE',
    null,
    /application\/json/,
  ],
  ['an unknown address', { url: '/v2/verify' }, 'LICET_UNKNOWN_ADDRESS', null, /docs/],
  [
    'a wrong method',
    { url: '/v1/verify', method: 'PUT', payload: {} },
    'LICET_METHOD_NOT_ALLOWED',
    null,
    /Allow/,
  ],
  [
    'a wrong method on an id',
    { url: '/v1/institutions/x', method: 'POST', payload: {} },
    'LICET_METHOD_NOT_ALLOWED',
    null,
    /Allow/,
  ],
  ['an unknown id', { url: '/v1/institutions/nobody-has-this' }, 'LICET_UNKNOWN_INSTITUTION', null, /verify/],
  ['no name to search', { url: '/v1/institutions' }, 'LICET_BAD_QUESTION', '?name', /name/],
  ['a limit of 0', { url: '/v1/institutions?name=x&limit=0' }, 'LICET_BAD_QUESTION', '?limit', /1/],
  ['an unknown parameter', { url: '/v1/sources?language=zh' }, 'LICET_BAD_QUESTION', '?language', /"?lang/],
  [
    'an unknown treatment',
    { url: '/v1/technologies/proten' },
    'LICET_UNKNOWN_TECHNOLOGY',
    '/code',
    /"proton"/,
  ],
  ['an empty search', { url: '/v1/technologies?q=' }, 'LICET_BAD_QUESTION', '?q', /empty/],
  [
    'an unknown source',
    { url: '/v1/sources/cn-cfdi-aliasses' },
    'LICET_UNKNOWN_SOURCE',
    '/id',
    /"cn-cfdi-aliases"/,
  ],
  ['an unknown page', { url: `/v1/evidence/${'0'.repeat(64)}` }, 'LICET_UNKNOWN_EVIDENCE', null, /kept/],
  ['what is no hash', { url: '/v1/evidence/xyz' }, 'LICET_BAD_QUESTION', '/sha256', /sha256/],
  [
    'an unknown problem',
    { url: '/problems/LICET_BAD_JSNO' },
    'LICET_UNKNOWN_PROBLEM',
    '/code',
    /"LICET_BAD_JSON"/,
  ],
  ['a path of 600', { url: `/v1/institutions/${'a'.repeat(600)}` }, 'LICET_ADDRESS_TOO_LONG', null, /longer/],
];

for (const [what, sent, code, field, helps] of bad) {
  t.test(`${what} gets ${code}`, async (t) => {
    const { response, problem } = await refused(sent);
    t.equal(problem.code, code);
    t.equal(response.statusCode, problem.status);
    t.match(response.headers['content-type'], /^application\/problem\+json/);
    if (field !== null)
      t.ok(
        problem.errors?.some((one) => one.field === field),
        JSON.stringify(problem.errors),
      );
    t.match(response.body, helps);
    t.equal(response.headers['cache-control'], 'no-store');
    t.ok(response.headers['x-content-type-options']);
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

t.test(
  'a number that identifies a person is refused wherever it stands, and neither repeated nor logged',
  async (t) => {
    const places: Sent[] = personal.flatMap((value) => [
      { url: verify({ name: value }) },
      { url: verify({ ...nobody, address: `编造路1号 ${value}` }) },
      { url: verify({ ...nobody, [value]: 'x' }) },
      { url: '/v1/verify', method: 'POST' as const, payload: { ...nobody, certificateNumber: value } },
      { url: '/v1/verify', method: 'POST' as const, payload: [nobody, { ...nobody, claim: [value] }] },
      { url: `/v1/identifiers/${encodeURIComponent(value)}` },
    ]);
    for (const sent of places) {
      const { response, problem } = await refused(sent);
      t.equal(problem.code, 'LICET_PERSONAL_NUMBER', sent.url);
      t.notMatch(response.body, /1990/);
    }
    t.notMatch(service.log(), /1990/);
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
  const written = rows.map(([, code, status, title, zh, means]) => [
    code,
    { status: Number(status), title, zh, means },
  ]);
  t.strictSame(Object.fromEntries(written), problems);
});

t.test('the type of every problem leads to a page that explains it', async (t) => {
  for (const [code, { title, zh }] of Object.entries(problems)) {
    const page = await app.inject(`/problems/${code}`);
    t.equal(page.statusCode, 200);
    t.match(page.body, title);
    t.match(page.body, zh);
  }
});
