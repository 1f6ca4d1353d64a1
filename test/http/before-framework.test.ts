import { request as open } from 'node:http';
import type { FastifyInstance } from 'fastify';
import t, { type Test } from 'tap';
import type { buildApp } from '../../src/app.ts';
import { beforeFramework } from '../../src/http/plugins/before-framework.ts';
import type { Envelope } from '../../src/http/plugins/envelope.ts';
import { fewSources, openService, type Service, TODAY } from '../support/app.ts';
import { fc } from '../support/draws.ts';

const noTrace = (): never => {
  throw new Error('no trace is asked for');
};

/** Where requests are traced the framework answers them all; what traces them here does nothing else. */
const tracing = {
  plugin: Object.assign(
    async (app: FastifyInstance) => void app.decorateRequest('opentelemetry', { getter: noTrace }),
    { [Symbol.for('skip-override')]: true },
  ),
  record: () => undefined,
} as unknown as NonNullable<Parameters<typeof buildApp>[0]['tracing']>;

const [plain, traced] = [
  await openService({}, fewSources),
  await openService(
    {},
    fewSources,
    () => TODAY,
    () => undefined,
    { tracing },
  ),
];
t.teardown(() => Promise.all([plain.close(), traced.close()]));
const at = async ({ app }: Service) => new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
const [here, there] = [await at(plain), await at(traced)];

type Sent = Readonly<{ path: string; method?: string; headers?: Record<string, string>; body?: string }>;

/** What comes back on a socket, head and bytes, without what differs from one request to the next. */
const send = ({ hostname, port }: URL, { path, method = 'GET', headers = {}, body }: Sent) =>
  new Promise<{ status: number | undefined; head: string[]; bytes: string }>((resolve, reject) => {
    const sent = open({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const pairs = answer.rawHeaders.flatMap((name, index, all) =>
          index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
        );
        // A problem names its request, whose id has more characters the more were asked.
        const own =
          Number(answer.statusCode) < 400
            ? /^(?:date|x-request-id):/i
            : /^(?:date|x-request-id|content-length):/i;
        const head = pairs.filter((pair) => !own.test(pair));
        const bytes = Buffer.concat(parts).toString('latin1');
        resolve({ status: answer.statusCode, head, bytes: bytes.replaceAll(/urn:licet:request:[^"]+/g, '') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

const both = async (t: Test, sent: Sent) => {
  const [one, other] = [await send(here, sent), await send(there, sent)];
  t.strictSame(one, other, `${sent.method ?? 'GET'} ${sent.path} ${JSON.stringify(sent.headers ?? {})}`);
  return one;
};

const name = `/v1/verify?name=${encodeURIComponent('瑞金医院')}`;

t.test('an answer has the same head and bytes whether the framework saw its request or not', async (t) => {
  const first = await both(t, { path: name });
  t.equal(first.status, 200);
  const etag = first.head.find((pair) => pair.startsWith('etag: '))?.slice('etag: '.length) ?? '';
  const paths = [name, `${name}&claim=jci`, `${name}&asOf=2025-01-01&lang=zh`, '/v1/verify?id=cn2257awfut6'];
  const odd = ['/v1/verify', '/v1/verify?', '/v1/verify?name=', '/v1/verify?nme=x', '/v1/verify?name=%ff'];
  const refused = ['/v1/verify?name=110105194912310021', '/v1/verify?practitioner=x', '/v1/verify/?id=x'];
  const past = `${name}&generation=1`;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths, ...odd, ...refused, past),
      fc.constantFrom({}, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip' }),
      fc.constantFrom({}, { 'accept-language': 'zh' }, { 'if-none-match': etag }, { 'if-none-match': '*' }),
      fc.constantFrom({}, { authorization: 'Bearer licet_made-up' }, { host: 'made up' }),
      fc.constantFrom('GET', 'GET', 'GET', 'GET', 'DELETE'),
      async (path, encoding, told, odd, method) => {
        await both(t, { path, method, headers: { ...encoding, ...told, ...odd } });
      },
    ),
    { numRuns: 60 },
  );
  await both(t, { path: name, headers: { 'content-type': 'application/json' }, body: '{}' });
});

t.test(
  'what the framework refuses or reads before a route is refused and read alike before it',
  async (t) => {
    for (const crowded of [`${name}${'&'.repeat(101)}`, `${name}${'&claim=jci'.repeat(101)}`])
      t.equal((await both(t, { path: crowded })).status, 400, 'more parameters than any question has');
    for (const taken of ['x-gzip', 'X-GZIP, br;q=0.1', 'deflate', '*', 'br;q=0', 'identity;q=0, *;q=0'])
      await both(t, { path: name, headers: { 'accept-encoding': taken } });
  },
);

t.test('what is answered before the framework is logged and measured like all else', async (t) => {
  const lines = () => plain.log().trim().split('\n');
  const before = lines().length;
  await send(here, { path: name });
  await plain.app.inject(name);
  const [one, other] = lines()
    .slice(before)
    .map((line) => JSON.parse(line));
  const { id, time: _, ms, ...rest } = one;
  t.match(rest, { method: 'GET', route: '/v1/verify', status: 200 });
  t.strictSame(Object.keys(one), Object.keys(other));
  t.ok(typeof ms === 'number' && id !== other.id);
});

t.test('a share counts each request once, whoever answers it', async (t) => {
  const small = await openService({ rateLimit: 4 }, fewSources);
  t.teardown(small.close);
  const url = await at(small);
  const left = async (path: string) => {
    const { status, head } = await send(url, { path });
    return [status, head.find((pair) => pair.startsWith('ratelimit: '))?.replace(/;t=.*/, '')];
  };
  t.strictSame(await left(name), [200, 'ratelimit: "default";r=3']);
  t.strictSame(await left('/v1/verify?nme=x'), [400, 'ratelimit: "default";r=2'], 'left to the framework');
  t.strictSame(await left('/v1/schemes'), [200, 'ratelimit: "default";r=1']);
  t.strictSame(await left(name), [200, 'ratelimit: "default";r=0']);
  t.strictSame(await left(name), [429, 'ratelimit: "default";r=0']);
  t.strictSame(await left('/v1/schemes'), [429, 'ratelimit: "default";r=0']);
});

t.test('behind a proxy each client has its own share, whoever answers it', async (t) => {
  for (const trustProxy of [1, ['127.0.0.1']]) {
    const small = await openService({ rateLimit: 2, trustProxy }, fewSources);
    t.teardown(small.close);
    const url = await at(small);
    const from = async (forwarded: string, path = name) =>
      (await send(url, { path, headers: { 'x-forwarded-for': forwarded } })).status;
    t.equal(await from('198.51.100.1, 192.0.2.1'), 200);
    t.equal(await from('198.51.100.2, 192.0.2.1', '/v1/schemes'), 200);
    t.equal(await from('198.51.100.3, 192.0.2.1'), 429, 'what a client invents does not count');
    t.equal(await from('192.0.2.2'), 200);
  }
});

t.test('answers of one turn are written together, and none waits for those that take long', async (t) => {
  const written: string[] = [];
  const envelope: Envelope = {
    open: () => ({ id: '', headers: {}, left: null }),
    leave: () => undefined,
    ended: () => undefined,
  };
  const busy = (ms: number): void => {
    for (const until = performance.now() + ms; performance.now() < until; );
  };
  const { listener } = beforeFramework(
    {
      route: '/v1/verify',
      envelope,
      answer: ({ url = '' }) => {
        if (url.endsWith('slow')) busy(5);
        return { status: 200, headers: {}, body: null };
      },
    },
    () => t.fail('left to the framework'),
  );
  const ask = (asked: string): void => {
    const [request, response] = [
      { method: 'GET', url: `/v1/verify?${asked}` },
      { writeHead: () => undefined, end: () => written.push(asked) },
    ];
    listener(...([request, response] as unknown as Parameters<typeof listener>));
  };
  ask('one');
  ask('two');
  t.strictSame(written, []);
  ask('slow');
  t.strictSame(written, ['one', 'two', 'slow']);
  ask('last');
  await new Promise(setImmediate);
  t.strictSame(written, ['one', 'two', 'slow', 'last'], 'each once');
});
