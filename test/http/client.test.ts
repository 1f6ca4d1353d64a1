import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import t from 'tap';
import { type BatchRow, Licet, LicetProblem, readDelivery } from '../../client/src/index.ts';
import { openLists } from '../support/partner-lists.ts';

const { app, key, ask } = await openLists(t);
await app.listen({ host: '127.0.0.1', port: 0 });
const baseUrl = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
const licet = new Licet({ baseUrl, key });
const question = { name: 'Ruijin Hospital', service: 'G06' };

t.test('the client asks the question and gives the answer the service gives', async (t) => {
  const verdict = await licet.verify(question);
  const direct = await ask('/v1/verify?name=Ruijin%20Hospital&service=G06&lang=en');
  t.strictSame(verdict, direct.json());
});

t.test('a refusal is thrown, with the field and what would be right', async (t) => {
  const fault = await licet.verify({ name: 'Ruijin Hospital', service: 'xyzzy' }).catch((thrown) => thrown);
  if (!(fault instanceof LicetProblem)) return t.fail(String(fault));
  t.match(fault, { status: 400, problem: { errors: [{ field: '/service' }] }, message: /\/service/ });
  const stranger = new Licet({ baseUrl, key: 'licet_made-up' });
  await t.rejects(stranger.verify(question), { status: 401, code: 'LICET_WRONG_KEY' });
  const nobody = new Licet({ baseUrl, fetch: async () => new Response('<html>', { status: 502 }) });
  await t.rejects(nobody.verify(question), { status: 502, code: null, message: 'HTTP 502' });
});

t.test('a list goes in as a file, its rows come out in order, and the same file comes back', async (t) => {
  const list =
    'hospital name,city\nRuijin Hospital,Shanghai\n,Beijing\nPeking Union Medical College Hospital,\n';
  const once = { file: 'list.csv', idempotencyKey: 'made-up-1' };
  const batch = await licet.addBatch(list, once);
  t.equal((await licet.addBatch(new TextEncoder().encode(list), once)).id, batch.id, 'and only once');
  const rows: BatchRow[] = [];
  for await (const row of licet.batchRows(batch.id, 20)) rows.push(row);
  t.match(rows, [{ line: 2 }, { line: 3, result: { outcome: null } }, { line: 4 }]);
  t.equal(rows.length, 3);
  const file = Buffer.from(await licet.batchResult(batch.id, 'csv')).toString();
  t.match(file, /^\uFEFFhospital name,city,/);
});

t.test('the bytes of a kept page arrive as they are kept', async (t) => {
  const { checks } = await licet.verify({ name: 'Ruijin Hospital' });
  const url = checks.flatMap(({ evidence }) => evidence).find((one) => one.url !== null)?.url ?? '';
  const sha256 = /evidence\/([0-9a-f]{64})/.exec(url)?.[1] ?? '';
  const bytes = await licet.evidenceBytes(sha256);
  t.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
});

t.test('changes are read page by page to the end, and on from the cursor', async (t) => {
  let [cursor, pages] = ['0', 0];
  for await (const page of licet.changes(cursor)) {
    cursor = page.cursor;
    pages += 1;
    if (pages === 2) break;
  }
  t.equal(pages, 2);
  const page = await licet.changes(cursor).next();
  t.ok(!page.done && page.value.changes.length > 0);
});

t.test('what the service puts off is asked again when it says', async (t) => {
  const answers = [503, 429, 200];
  const seen: string[] = [];
  const slow = new Licet({
    baseUrl,
    fetch: async (input) => {
      if (!(input instanceof Request)) return t.fail('no request') as never;
      seen.push(await input.text());
      const status = answers[seen.length - 1] ?? 500;
      return Response.json({}, { status, headers: { 'retry-after': '0.01' } });
    },
  });
  await slow.verify(question);
  t.equal(seen.length, 3);
  t.equal(new Set(seen).size, 1, 'with the same body each time');
});

t.test('a delivery is read only where it is signed with the secret and is fresh', async (t) => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const body = JSON.stringify({ id: 'made-up-1', type: 'licet.test', data: {} });
  const at = (when: Date) => ({
    'Webhook-Id': 'made-up-1',
    'webhook-timestamp': String(Math.floor(when.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('made-up-1', when, body),
  });
  const now = new Date();
  t.match(readDelivery(body, at(now), secret), { id: 'made-up-1', type: 'licet.test' });
  t.throws(() => readDelivery(body.replace('1', '2'), at(now), secret), 'altered');
  t.throws(() => readDelivery(body, at(new Date(now.getTime() - 600_000)), secret), 'old');
  t.throws(() => readDelivery(body, at(now), `whsec_${randomBytes(32).toString('base64')}`), 'forged');
});
