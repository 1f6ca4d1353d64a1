import { randomBytes } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import t from 'tap';
import { openPoster } from '../../src/fetch/post.ts';
import { type Received, startReceiver } from '../support/receiver.ts';
import { sending } from '../support/sending-webhooks.ts';
import { BASE } from '../support/watched-nights.ts';

const HOUR = 3_600_000;
const signed = ({ headers }: Received) => ({
  'webhook-id': String(headers['webhook-id']),
  'webhook-timestamp': String(headers['webhook-timestamp']),
  'webhook-signature': String(headers['webhook-signature']),
});

t.test(
  'an event is sent as a signed CloudEvent; forged, altered and old signatures are refused',
  async (t) => {
    const { change, deliver, receiver, secret, id } = await sending(t);
    t.match(await change('revoked', '2026-02-02'), { events: 2 });
    t.equal(await deliver(), 2);
    t.equal(await deliver(), 0, 'and not again');
    const [first] = receiver.seen;
    if (first === undefined) return t.fail('nothing came');
    t.match(JSON.parse(first.body), {
      specversion: '1.0',
      id: `${id}-1`,
      source: `${BASE}/v1/watches/${id}`,
      type: 'licet.answer.changed',
      data: { before: { outcome: 'confirmed' }, after: { outcome: 'refuted' }, reference: 'our 编造甲医院' },
    });
    t.match(first.headers, { 'content-type': /^application\/cloudevents\+json/, 'webhook-id': `${id}-1` });
    const refused = (what: string, check: () => unknown) => t.throws(check, WebhookVerificationError, what);
    const hook = new Webhook(secret);
    // The time of the receipt is long past on the test's own clock; what is signed now is checked as it would be then.
    const now = new Date();
    const fresh = (at: Date) => ({
      'webhook-id': `${id}-1`,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': hook.sign(`${id}-1`, at, first.body),
    });
    t.equal(
      hook.sign(`${id}-1`, new Date('2026-02-02T15:00:00Z'), first.body),
      signed(first)['webhook-signature'],
    );
    t.match(hook.verify(first.body, fresh(now)), { id: `${id}-1` });
    const other = new Webhook(`whsec_${randomBytes(32).toString('base64')}`);
    refused('forged with another secret', () => other.verify(first.body, fresh(now)));
    refused('another body', () => hook.verify(first.body.replace('refuted', 'confirmed'), fresh(now)));
    refused('another id', () => hook.verify(first.body, { ...fresh(now), 'webhook-id': 'x' }));
    refused('replayed later', () => hook.verify(first.body, fresh(new Date(now.getTime() - HOUR))));
    refused('what was received, replayed now', () => hook.verify(first.body, signed(first)));
  },
);

t.test(
  'a receiver that is down and comes back misses nothing, and hears of each hospital in order',
  async (t) => {
    const { change, deliver, receiver, pass, log } = await sending(t);
    await receiver.close();
    await change('revoked', '2026-02-02');
    t.equal(await deliver(), 0);
    t.match(await log(), [{ attempts: 0 }, { state: 'waiting', attempts: 1, last: 'ECONNREFUSED' }]);
    await change('active', '2026-02-03');
    const back = await startReceiver(receiver.port);
    t.teardown(back.close);
    t.equal(await deliver(), 0, 'it is left alone for a minute');
    pass(24 * HOUR);
    t.equal(await deliver(), 4);
    const told = back.seen.map(({ body }) => JSON.parse(body).data);
    for (const entry of [1, 2])
      t.strictSame(
        told.filter((one) => one.entry === entry).map((one) => one.after.outcome),
        ['refuted', 'confirmed'],
      );
    t.equal(new Set(told.map(({ id }) => id)).size, 4, 'each once');
  },
);

t.test('an attempt cut off before it was noted is made again under the same id', async (t) => {
  const { change, deliver, receiver, pass } = await sending(t);
  await change('revoked', '2026-02-02');
  const poster = openPoster('Licet test', true);
  t.teardown(poster.close);
  const cutOff = async (...given: Parameters<typeof poster.post>) => {
    await poster.post(...given);
    throw new Error('the process ended');
  };
  await t.rejects(deliver(cutOff));
  pass(60_000);
  t.equal(await deliver(), 2);
  t.strictSame(
    receiver.seen.map(({ headers }) => String(headers['webhook-id']).split('-')[1]),
    ['1', '1', '2'],
  );
});

t.test(
  '410 stops it until it is started again, other refusals are tried for three days and then given up',
  async (t) => {
    const { change, deliver, receiver, pass, log, call, key, id } = await sending(t, 410);
    await change('revoked', '2026-02-02');
    t.equal(await deliver(), 0);
    t.equal(receiver.seen.length, 1);
    t.match((await call(key, 'GET', `/v1/watches/${id}/webhook`)).body, { stopped: /410/ });
    pass(100 * HOUR);
    await deliver();
    t.equal(receiver.seen.length, 1, 'nothing more is sent');
    const started = await call(key, 'POST', `/v1/watches/${id}/webhook/start`);
    t.match(started.body, { url: receiver.url, stopped: null, secret: undefined });
    t.equal(await deliver(), 0);
    const [first, again] = receiver.seen.map(({ headers }) => headers['webhook-id']);
    t.equal(again, first, 'what it did not take is sent again, under its id');
    t.match((await call(key, 'GET', `/v1/watches/${id}/webhook`)).body, { stopped: /410/ });
    const { body } = await call(key, 'PUT', `/v1/watches/${id}/webhook`, {
      url: 'https://receiver.example/licet',
    });
    t.match(body, { secret: /^whsec_/, stopped: null });
    t.match((await call(key, 'GET', `/v1/watches/${id}/webhook`)).body, { secret: undefined, stopped: null });
    const posts: string[] = [];
    const refuse = async (url: string) => {
      posts.push(url);
      return { status: 400 };
    };
    for (let hours = 0; hours < 100; hours += 1) {
      await deliver(refuse);
      if (hours % 9 === 4) await call(key, 'POST', `/v1/watches/${id}/webhook/start`);
      pass(HOUR);
    }
    t.match(await log(), [{ state: 'given-up', last: '400' }, { state: 'given-up' }]);
    t.equal(
      posts.length,
      20,
      'ten attempts each, whatever was tried before, and starting one that was not stopped adds none',
    );
    t.strictSame((await call(key, 'POST', `/v1/watches/${id}/webhook/replay?since=0`)).body, { queued: 2 });
    t.equal(await deliver(async () => ({ status: 204 })), 2, 'a replay sends what was given up');
  },
);

t.test(
  'nothing is sent to private addresses, nor for a partner without a live key; tests are sent',
  async (t) => {
    const { call, key, id, state, deliver, receiver, keyOf } = await sending(t);
    const url = `/v1/watches/${id}/webhook`;
    for (const bad of [
      'http://receiver.example/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://10.1.2.3/',
      'https://169.254.169.254/latest',
      'https://localhost/',
      'https://user:word@receiver.example/',
      'ftp://receiver.example/',
      'receiver',
    ])
      t.match(
        await call(key, 'PUT', url, { url: bad }),
        { status: 400, body: { errors: [{ field: '/url' }] } },
        bad,
      );
    t.strictSame((await call(key, 'POST', `${url}/test`)).body, { queued: 1 });
    const strict = openPoster('Licet test');
    t.teardown(strict.close);
    t.match(await strict.post(receiver.url, {}, '{}'), { refused: true }, 'the fetch room refuses it too');
    const other = await keyOf('Made-up Rival');
    for (const [method, at] of [
      ['GET', url],
      ['PUT', url],
      ['DELETE', url],
      ['POST', `${url}/test`],
      ['POST', `${url}/replay?since=0`],
      ['GET', `/v1/watches/${id}/deliveries`],
    ] as const) {
      const body = method === 'PUT' ? { url: 'https://receiver.example/' } : undefined;
      t.match(
        await call(other, method, at, body),
        { status: 404, body: { code: 'LICET_UNKNOWN_WATCH' } },
        at,
      );
    }
    await state.partnerKeys.revoke('Made-up Agency', '2026-02-01T00:00:00.000Z');
    t.equal(await deliver(), 0);
    t.equal(receiver.seen.length, 0);
    await state.partnerKeys.rotate(
      {
        partner: 'Made-up Agency',
        keyHash: 'x',
        since: '2026-02-02',
        scopes: ['watch'],
        perMinute: null,
        expiresAt: null,
      },
      '2026-02-02T00:00:00.000Z',
      '2026-02-02T00:00:00.000Z',
    );
    t.equal(await deliver(), 1);
    t.match(JSON.parse(receiver.seen[0]?.body ?? '{}'), { type: 'licet.test' });
  },
);
