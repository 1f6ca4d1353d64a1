import t from 'tap';
import { problemSchema } from '../../schema/problem.ts';
import { leastMs } from '../attack/cpu-time.ts';
import { fewSources, openService } from '../support/app.ts';

const { app, close } = await openService({}, fewSources);
t.teardown(close);

/** Texts of about 100 kB. */
const SIZE = 100_000;
/** Milliseconds of the processor: many times what these inputs need, and a small part of what each unbounded list cost. */
const MOST_MS = 200;

/** As many different words as fit into the size, with what stands between them. */
const words = (word: (number: string) => string, glue = ','): string => {
  const parts: string[] = [];
  for (let length = 0; length < SIZE; length += (parts.at(-1)?.length ?? 0) + glue.length)
    parts.push(word(parts.length.toString(36)));
  return parts.join(glue);
};
const unknown = words((number) => `n${number}`).split(',');

const queries: Readonly<Record<string, string>> = {
  'one claim over and over': `name=x&claim=${'j,'.repeat(SIZE / 2)}j`,
  'claims between commas': `name=x&claim=${words((number) => `j${number}`)}`,
  'claims one by one': `name=x&${words((number) => `claim=j${number}`, '&')}`,
  'ids one by one': words((number) => `id=j${number}`, '&'),
  'fields nobody knows': `name=x&${words((number) => `n${number}=`, '&')}`,
  'a name without end': `name=${'x'.repeat(SIZE)}`,
  'a name of digits': `name=${words((number) => `11010519491231${number}`, '+')}`,
  'typed without end': `q=${'医'.repeat(SIZE / 3)}`,
};

const claims = words((number) => `j${number}`).split(',');
const near = Object.fromEntries(
  words((number) => `practitione${number}`)
    .split(',')
    .map((name) => [name, 1]),
);
const hopeless = (at: number) => ({
  claim: Array.from({ length: 10 }, (_, claim) => `no such claim in any vocabulary ${at} ${claim}`),
  service: `no such treatment in any vocabulary ${at}`,
  ...Object.fromEntries(Array.from({ length: 12 }, (_, field) => [`certificateNumbe${at}x${field}`, 1])),
});

const bodies: Readonly<Record<string, unknown>> = {
  'a list of claims': { name: 'x', claim: claims },
  'claims between commas': { name: 'x', claim: `${claims}` },
  'fields nobody knows': { name: 'x', ...Object.fromEntries(unknown.map((name) => [name, 1])) },
  'fields nearly known': { name: 'x', ...near },
  'a list for a text': { name: 'x', city: Array.from({ length: SIZE / 2 }, () => 1) },
  'a name of digits': { name: '1'.repeat(SIZE) },
  'lists in lists': `{"name":${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}}`,
  'a batch of hopeless questions': Array.from({ length: 100 }, (_, at) => hopeless(at)),
  'a batch of numbers': Array.from({ length: SIZE / 2 }, () => 1),
  'an offer without end': { text: '保证治愈'.repeat(SIZE / 4) },
  'an offer full of marks': { name: 'x', text: '三甲JCI试管婴儿'.repeat(2_000).slice(0, 20_000) },
};

const fieldsOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, 1]));
const tooMuch: readonly (readonly [what: string, body: unknown, field: string, says: RegExp])[] = [
  ['a body of 18 fields', fieldsOf(18), '', /holds 18 fields.*at most the 17 of a question: id/],
  ['a batch with one such question', [{ name: 'x' }, fieldsOf(18)], '/1', /holds 18 fields/],
  ['many claims', { name: 'x', claim: claims }, '/claim', /holds \d{5} claims.*at most 10"/],
  ['a batch full of errors', Array(100).fill({ servise: 1 }), '/51', /not read.*more than 50 errors/],
];

for (const [what, payload, field, says] of tooMuch)
  t.test(`too much is refused with its place and its limit: ${what}`, async (t) => {
    const response = await app.inject({ method: 'POST', url: '/v1/verify', payload: payload as object });
    const problem = problemSchema.parse(response.json());
    t.equal(problem.code, 'LICET_BAD_QUESTION');
    t.equal(problem.errors?.at(-1)?.field, field);
    t.match(response.body, says);
  });

t.test('too many parameters are refused at every address', async (t) => {
  for (const path of ['/v1/verify', '/v1/institutions', '/v1/sources', '/check']) {
    const response = await app.inject(`${path}?name=x${'&claim=jci'.repeat(100)}`);
    t.equal(response.statusCode, 400, path);
    t.match(response.body, /holds 101 parameters; it may hold at most 100/);
  }
});

t.test('one claim many times over is one claim', async (t) => {
  const payload = { name: 'Made-up Example Hospital', claim: Array(5000).fill('jci') };
  t.equal((await app.inject({ method: 'POST', url: '/v1/verify', payload })).statusCode, 200);
});

const asked = [
  '/v1/verify',
  '/v1/institutions',
  '/v1/suggest',
  '/v1/technologies',
  '/',
  '/check',
  '/compare',
];
for (const path of asked)
  t.test(`100 kB of anything in the address of ${path} are soon answered`, async (t) => {
    for (const [what, query] of Object.entries(queries)) {
      const ms = await leastMs(() => app.inject(`${path}?${query}`), MOST_MS);
      t.ok(ms <= MOST_MS, `${what}: ${Math.round(ms)} ms`);
    }
  });

for (const url of ['/v1/verify', '/v1/receipts', '/v1/claims/check'])
  t.test(`100 kB of anything in the body of ${url} are soon answered, in few words`, async (t) => {
    for (const [what, body] of Object.entries(bodies)) {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      const headers = { 'content-type': 'application/json' };
      let answered = { statusCode: 0, body: '' };
      const ms = await leastMs(async () => {
        answered = await app.inject({ method: 'POST', url, payload, headers });
      }, MOST_MS);
      t.ok(ms <= MOST_MS, `${what}: ${Math.round(ms)} ms`);
      if (answered.statusCode === 400) t.ok(answered.body.length < 50_000, `${what}: the refusal is short`);
    }
  });
