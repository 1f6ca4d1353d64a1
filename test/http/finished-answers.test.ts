import Fastify, { type FastifyInstance } from 'fastify';
import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { verdictBytes } from '../../src/ask/verdict-bytes.ts';
import { wholeSender } from '../../src/http/plugins/send-whole.ts';
import { bytesOf, byteText, byteTextOfMembers } from '../../src/text/byte-text.ts';
import { anyText } from '../support/any-text.ts';
import { fewSources, openService } from '../support/app.ts';
import { fc } from '../support/draws.ts';

/** A server that sends what it is told, and counts the answers that ended; `traced` as one whose requests are traced. */
const sending = async (traced: boolean) => {
  const app: FastifyInstance = Fastify({ exposeHeadRoutes: true });
  if (traced)
    app.decorateRequest('opentelemetry', {
      getter: () => {
        throw new Error('no trace is asked for');
      },
    });
  const told = { text: '' as string | null, status: 200, ended: 0 };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers({ 'x-request-id': 'made-up', vary: 'accept-language' });
    done();
  });
  app.addHook('onResponse', (_request, _reply, done) => {
    told.ended += 1;
    done();
  });
  const send = wholeSender(app);
  app.get('/', (_request, reply) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      vary: 'accept-encoding',
      etag: '"x"',
    };
    send(reply, told.status, headers, told.text === null ? null : byteText(told.text));
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => app.close());
  return { url, told };
};

const without = ({ date: _, 'keep-alive': __, ...headers }: Record<string, string>) => headers;

const read = async (url: string, method: string) => {
  const answer = await fetch(url, { method });
  const headers = without(Object.fromEntries(answer.headers));
  return { status: answer.status, headers, body: await answer.text() };
};

t.test('a finished answer is the same whether the framework sends it or not', async (t) => {
  const [plain, traced] = [await sending(false), await sending(true)];
  const texts = fc.oneof(
    anyText({ minLength: 1 }),
    fc.constantFrom('中国医学科学院北京协和医院', 'é\u2028\0', '😀'.repeat(900)),
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom('GET', 'HEAD'), async (text, method) => {
      for (const { told } of [plain, traced]) Object.assign(told, { text, status: 200 });
      const [one, other] = [await read(plain.url, method), await read(traced.url, method)];
      t.strictSame(one, other);
      t.equal(one.body, method === 'HEAD' ? '' : Buffer.from(text).toString());
    }),
    { numRuns: 30 },
  );
  for (const { told } of [plain, traced]) Object.assign(told, { text: null, status: 304 });
  t.strictSame(await read(plain.url, 'GET'), await read(traced.url, 'GET'));
  t.equal(plain.told.ended, traced.told.ended, 'every one of them ends with a log line and a measure');
});

t.test('bytes as a text are the bytes, of short texts and of ones longer than any answer', (t) => {
  const member = anyText();
  const times = fc.constantFrom(1, 1, 1, 20_000);
  fc.assert(
    fc.property(member, fc.string({ unit: 'grapheme' }), member, times, (one, within, other, many) => {
      const objects = [
        { one: one.repeat(many) },
        { two: other, three: 3 },
        { within },
        { last: one },
      ] as const;
      const [first, second, third, fourth] = objects.map((object) => JSON.stringify(object));
      t.strictSame(
        bytesOf(byteTextOfMembers(first ?? '', second ?? '', byteText(third ?? ''), fourth ?? '')),
        Buffer.from(JSON.stringify(Object.assign({}, ...objects))),
      );
    }),
  );
  t.end();
});

t.test('a kept answer and a new one have the same head and body', async (t) => {
  const { app, close } = await openService({}, fewSources);
  t.teardown(close);
  const ask = async () => {
    const { statusCode, headers, body } = await app.inject(
      '/v1/verify?name=%E7%91%9E%E9%87%91%E5%8C%BB%E9%99%A2',
    );
    const { date: _, ratelimit: __, 'x-request-id': ___, ...same } = headers;
    return { statusCode, same, body };
  };
  const first = await ask();
  for (let again = 0; again < 3; again += 1) t.strictSame(await ask(), first);
  t.match(first.same, {
    'content-length': String(Buffer.byteLength(first.body)),
    vary: 'accept-language, accept-encoding',
  });
  const verdict: Verdict = JSON.parse(first.body);
  const { policyVersion, generation, asOf, answeredAt, nextDue, ...before } = verdict;
  const madeUp = { ...before, test: true as const, policyVersion, generation, asOf, answeredAt, nextDue };
  for (const one of [verdict, madeUp])
    t.equal(bytesOf(verdictBytes(one)).toString(), JSON.stringify(one), 'the bytes are the JSON');
});
