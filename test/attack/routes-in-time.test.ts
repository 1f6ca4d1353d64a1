import t from 'tap';
import { z } from 'zod';
import { fewSources, openService } from '../support/app.ts';
import { type Attack, tooSlow } from './cpu-time.ts';
import { quarterOf, tooLong, worstCells, worstOf, worstPages } from './worst-texts.ts';

const service = await openService({ baseUrl: 'https://licet.example' }, fewSources);
t.teardown(service.close);

type Sent = Readonly<{
  url: string;
  method?: 'GET' | 'POST';
  payload?: string;
  headers?: Record<string, string>;
}>;

/** Any answer but a fault of ours; 501 and 503 say what is not offered or not configured. */
const send = async (sent: Sent): Promise<void> => {
  const { statusCode } = await service.app.inject(sent);
  if (statusCode >= 500 && statusCode !== 501 && statusCode !== 503)
    throw new Error(`${sent.method ?? 'GET'} ${sent.url.slice(0, 80)} answers ${statusCode}`);
};

const inTime = (what: string, attacks: Iterable<Attack>) =>
  t.test(`${what} answers 100 kB of the worst in its time`, async (t) => {
    t.strictSame(await tooSlow(attacks), []);
  });

const pages = worstPages();
/** As long as a name may be; in Chinese that is three times as many bytes. */
const names = worstCells(300).map(([piece, text]) => [piece, text.repeat(3).slice(0, 300)] as const);

/** Names are read at these; what other parameters take is short, and each of them gets another fifth of the names. */
const NAMED = /^(?:name|q|about)$/;
let turn = 0;
const refused = tooLong();

function* inQuery(path: string, parameter: string): Generator<Attack> {
  turn += 1;
  const tried = names.filter((_, at) => NAMED.test(parameter) || (at + turn) % 5 === 0);
  // Texts that are refused for their length alone never come to who reads the parameter: two of them, others at each.
  for (const [piece, text] of [...refused.filter((_, at) => (at + turn) % 4 === 0), ...tried]) {
    const url = `${path}?${parameter}=${encodeURIComponent(text)}`;
    yield {
      what: `${text.length} characters of ${piece}`,
      run: () => send({ url, headers: { accept: 'text/html' } }),
    };
  }
}

function* inPath(path: string): Generator<Attack> {
  turn += 1;
  const tried = worstCells(100).filter((_, at) => (at + turn) % 3 === 0);
  for (const [piece, text] of [...refused.filter((_, at) => (at + turn) % 4 === 0), ...tried]) {
    const url = path.replace(/\{\w+\}/, encodeURIComponent(text));
    yield { what: `${text.length} characters of ${piece}`, run: () => send({ url }) };
  }
}

const parameter = z.looseObject({ in: z.string(), name: z.string() });
const operation = z.looseObject({ parameters: z.array(parameter).default([]) });
const reference = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });
const { paths } = reference.parse((await service.app.inject('/openapi.json')).json());

/** What the reference does not list: pages for people. */
const shown = {
  '/': ['name', 'q'],
  '/check': ['name', 'city', 'service', 'claim', 'id'],
  '/compare': ['name', 'id'],
  '/report': ['about'],
  '/hospitals/test-confirmed': ['site', 'lang'],
  '/oembed': ['url', 'maxwidth'],
};

for (const [path, { get }] of Object.entries(paths)) {
  if (get === undefined || path.startsWith('/v1/operator')) continue;
  // All forms of a badge have one reader (badge/params.ts).
  if (/^\/badge\/\{id\}/.test(path) && path !== '/badge/{id}.svg') continue;
  for (const { name } of get.parameters.filter((one) => one.in === 'query'))
    inTime(`${path}?${name}`, inQuery(path.replace(/\{\w+\}/, 'test-confirmed'), name));
  if (/\{\w+\}/.test(path)) inTime(path, inPath(path));
}
for (const [path, parameters] of Object.entries(shown))
  for (const name of parameters) inTime(`${path}?${name}`, inQuery(path, name));
for (const path of ['/hospitals/{id}', '/problems/{code}', '/assets/fonts/{file}', '/{any}'])
  inTime(path, inPath(path));

const json = (url: string, body: unknown): Sent => ({
  url,
  method: 'POST',
  payload: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

inTime(
  '/v1/claims/check, with an offer as long as one may be,',
  worstPages(20_000).map(([piece, text]) => {
    const check = (text: string) => () =>
      send(json('/v1/claims/check', { text: text.replaceAll('\0', '0') }));
    return { what: piece, run: check(text), quarter: check(quarterOf(text)) };
  }),
);
// All bodies of JSON have one reader (text/strict-json.ts).
for (const [turn, url] of ['/v1/verify', '/v1/receipts', '/v1/claims/check'].entries())
  inTime(
    `a body of ${url} that is no JSON`,
    pages
      .filter((_, at) => at % 3 === turn)
      .map(([piece, payload]) => ({
        what: piece,
        run: () => send({ url, method: 'POST', payload, headers: { 'content-type': 'application/json' } }),
      })),
  );

const form = (url: string, fields: Readonly<Record<string, string>>): Sent => ({
  url,
  method: 'POST',
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
inTime(
  'the form of /verify-badge, as long as a badge may be,',
  worstPages(8_000).map(([piece, text], at) => {
    const fields = [{ badge: text }, { badge: `<metadata>${text}` }, { badge: '', site: text }][at % 3];
    return { what: piece, run: () => send(form('/verify-badge', fields ?? {})) };
  }),
);
/** What the reading of an offer looks for, over and over: each place found is asked what turns it round. */
const offers = [
  'jci ',
  'not ',
  '没有',
  'no cure guaranteed or , ',
  '肾移植 旅游签证',
  '120 jci hospitals, ',
  '“包治”？',
];
inTime(
  'the form of /offer, as long as an offer may be,',
  [...worstPages(20_000), ...worstOf(offers, 20_000)].map(([piece, text]) => {
    const read = (text: string) => () =>
      send(form('/offer', { text: text.slice(0, 20_000), sender: text.slice(0, 300) }));
    return { what: piece, run: read(text), quarter: read(quarterOf(text)) };
  }),
);
inTime(
  'the form of /report, as long as a report may be,',
  worstPages(2_000).map(([piece, text]) => ({
    what: piece,
    run: () => send(form('/report', { about: text.slice(0, 300), text })),
  })),
);

const headers = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-type',
  'host',
  'if-none-match',
  'origin',
  'referer',
  'x-forwarded-for',
];
/** The parser of HTTP refuses more than 16 kB of headers, and any sign that is not printable ASCII. */
const printable = worstPages(16_000).map(
  ([piece, text]) => [piece, text.replace(/[^\x20-\x7e]/g, '~')] as const,
);
for (const [turn, header] of headers.entries())
  inTime(
    `the header ${header}, as long as one may be,`,
    // Each header gets every sixth piece: most are read by one parser.
    printable
      .filter((_, at) => (at + turn) % 6 === 0)
      .flatMap(([piece, text]) =>
        ['/v1/verify?id=test-confirmed', '/badge/test-confirmed.svg'].map((url) => ({
          what: `${url}: ${piece}`,
          run: () => send({ url, headers: { [header]: text } }),
        })),
      ),
  );
