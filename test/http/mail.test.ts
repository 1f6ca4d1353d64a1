import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { mailing, mailServer } from '../support/mailing.ts';
import { watchedNights } from '../support/watched-nights.ts';

const HOUR = 3_600_000;

t.test('an address is asked first, and is sent nothing else before its reader says yes', async (t) => {
  const { change, mail, box, put, get, post, tokenOf, call, key, id } = await mailing(t);
  t.match(await put('desk@agency.example'), {
    status: 200,
    body: { address: 'desk@agency.example', confirmedAt: null },
  });
  t.equal(await mail(), 1);
  t.match(box[0], { to: ['desk@agency.example'], subject: 'Shall changes of “Ours” be sent here?' });
  t.match(box[0]?.text, /Made-up Agency entered this address/);
  t.equal(await mail(), 0, 'it is asked once');
  await change('revoked', '2026-02-02');
  t.equal(await mail(), 0);
  const token = tokenOf(box[0]?.text);
  const page = await get(`/mail/${token}`);
  t.match(page, { statusCode: 200, headers: { 'cache-control': 'no-store' }, body: /Made-up Agency/ });
  t.match(
    (await call(key, 'GET', `/v1/watches/${id}/mail`)).body,
    { confirmedAt: null },
    'opening the link says nothing',
  );
  t.match((await post(`/mail/${token}/yes`)).body, 'role="status"');
  t.equal(await mail(), 1, 'what happened since it was asked is told');
  t.match(box[1], { to: ['desk@agency.example'], subject: '2 changes: Ours' });
  t.match(box[1]?.text, /编造甲医院 \(our 编造甲医院\): .+ → .+/);
  t.equal((await get(`/mail/${'x'.repeat(43)}`)).statusCode, 404);
});

t.test('one mail a day tells all that changed, and none is sent where nothing did', async (t) => {
  const { change, mail, box, confirmed, pass } = await mailing(t);
  await confirmed('desk@agency.example');
  t.equal(await mail(), 0);
  await change('revoked', '2026-02-02');
  t.equal(await mail(), 1);
  await change('active', '2026-02-03');
  t.equal(await mail(), 0, 'not twice a day');
  pass(24 * HOUR);
  t.equal(await mail(), 1);
  t.match(box.at(-1), { subject: '2 changes: Ours' });
  t.equal(new Set(box.map(({ messageId }) => messageId)).size, box.length);
  pass(24 * HOUR);
  t.equal(await mail(), 0);
});

t.test('one click in a mail program ends it, and so does the last key', async (t) => {
  const { change, mail, box, confirmed, post, pass, state } = await mailing(t);
  await confirmed('desk@agency.example');
  await change('revoked', '2026-02-02');
  await mail();
  const { headers = '' } = box.at(-1) ?? {};
  t.match(headers, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  const stop =
    /^List-Unsubscribe:\s*<https:\/\/licet\.example(\/mail\/[\w-]{43}\/stop)>/m.exec(
      headers.replace(/\r?\n[ \t]+/g, ' '),
    )?.[1] ?? '';
  t.equal((await post(stop, 'List-Unsubscribe=One-Click')).statusCode, 200);
  await change('active', '2026-02-03');
  pass(24 * HOUR);
  t.equal(await mail(), 0);
  await confirmed('other@agency.example');
  await change('revoked', '2026-02-04');
  await state.partnerKeys.revoke('Made-up Agency', '2026-02-01T00:00:00.000Z');
  pass(24 * HOUR);
  t.equal(await mail(), 0);
});

t.test('no name or address brings a header or another reader into a mail', async (t) => {
  const { put, mail, box, call, key, state, id, at } = await mailing(t);
  for (const bad of [
    'a@b.example\r\nBcc: x@y.example',
    'a@b.example, c@d.example',
    'a b@c.example',
    '"x" <a@b.example>',
    'a@b',
    '',
  ])
    t.match(await put(bad), { status: 400, body: { errors: [{ field: '/address' }] } }, JSON.stringify(bad));
  const name = 'x\r\nBcc: thief@evil.example';
  const entries = [{ name: '编造甲医院' }];
  const made = await call(key, 'POST', '/v1/watches', { name, entries });
  t.match(made, { status: 201, body: { name: 'x Bcc: thief@evil.example' } }, 'a line break is a blank');
  // What could stand in the store all the same ends no header either.
  const found = await state.watches.one('Made-up Agency', id);
  if (found === null) return t.fail('no watch');
  const forged = { ...found, id: 'w_forged', name };
  await state.watches.add(
    forged,
    [{ question: { institution: { name: 'x' }, claims: [] }, reference: null }],
    20,
  );
  await state.watchMail.ask('w_forged', 'desk@agency.example', 'x'.repeat(43), at().toISOString());
  t.equal(await mail(), 1);
  t.strictSame(box[0]?.to, ['desk@agency.example']);
  t.notMatch(box[0]?.headers, /^Bcc:/m);
});

t.test('a server that is away is asked again, and each mail comes once', async (t) => {
  const { change, mail, box, confirmed, refuse, pass } = await mailing(t);
  await confirmed('desk@agency.example');
  await change('revoked', '2026-02-02');
  const before = box.length;
  refuse(true);
  t.equal(await mail(), 0);
  t.equal(await mail(), 0, 'it is left alone for a while');
  refuse(false);
  pass(HOUR);
  t.equal(await mail(), 1);
  t.equal(box.length, before + 1);
});

t.test('a partner may have few addresses asked in a day, and none where no mail is sent', async (t) => {
  const { put, app, call, key, id } = await mailing(t, null);
  t.match(await put('desk@agency.example'), { status: 503, body: { code: 'LICET_NO_MAIL' } });
  t.match(await call(key, 'GET', `/v1/watches/${id}/mail`), {
    status: 404,
    body: { code: 'LICET_NO_ADDRESS' },
  });
  t.match(await call(key, 'DELETE', `/v1/watches/${id}/mail`), { status: 404 });
  t.ok(app);
  const other = await mailing(t);
  const codes = [];
  for (let at = 0; at < 6; at += 1) codes.push((await other.put(`desk${at}@agency.example`)).status);
  t.equal(codes.at(-1), 429);
});

t.test(
  'a service that runs asks, and sends its digest, by its own thread and the account of its settings',
  async (t) => {
    const { box, url } = await mailServer(t);
    const mail = { url, from: 'licet@licet.example' };
    const over = { mail, baseUrl: 'https://licet.example' };
    const { app, night, keyOf, watch, call } = await watchedNights(t, over);
    const came = async (count: number): Promise<void> => {
      for (let tries = 0; box.length < count && tries < 600; tries += 1) await wait(50);
      t.equal(box.length, count);
    };
    await night({ 编造甲医院: 'active' }, '2026-01-30');
    const key = await keyOf('Made-up Agency');
    const id = await watch(key, ['编造甲医院']);
    await call(key, 'PUT', `/v1/watches/${id}/mail`, { address: 'desk@agency.example' });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    await came(1);
    t.match(box[0], { to: ['desk@agency.example'], subject: 'Shall changes of “Ours” be sent here?' });
    t.match(box[0]?.headers, /^From: .*licet@licet\.example/im);
    await night({ 编造甲医院: 'revoked' }, '2026-01-31');
    const token = /\/mail\/([\w-]{43})/.exec(box[0]?.text ?? '')?.[1] ?? '';
    const yes = await fetch(`${base}/mail/${token}/yes`, { method: 'POST', body: new URLSearchParams() });
    t.equal(yes.status, 200);
    await came(2);
    t.match(box[1], { to: ['desk@agency.example'], text: /编造甲医院 \(our 编造甲医院\): .+ → .+/ });
  },
);
