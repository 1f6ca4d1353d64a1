import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import t from 'tap';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example' }, fewSources);
t.teardown(service.close);
const { app, data } = service;
const licet = (...args: readonly string[]) => runHere(data, args, {}, () => TODAY);
const get = async (url: string) => (await app.inject({ url })).body;
const keySet = async () => JSON.parse(await get('/.well-known/jwks.json'));

/** The place of a credential in the status list, and the key that signed it; both read by hand. */
const credential = async () => {
  const [token = ''] = (await get('/badge/test-confirmed.vc')).split('~');
  const { statusListIndex } = decodeJwt<{ credentialStatus: { statusListIndex: string } }>(
    token,
  ).credentialStatus;
  return { kid: String(decodeProtectedHeader(token).kid), place: Number(statusListIndex) };
};

const bitAt = async (place: number): Promise<number> => {
  const list = decodeJwt<{ credentialSubject: { encodedList: string } }>(await get('/badge/status-list'));
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  return ((bits[place >> 3] ?? 0) >> (7 - (place % 8))) & 1;
};

const save = (name: string, text: string): string => {
  const file = join(data, name);
  writeFileSync(file, text);
  return file;
};

t.test('a key that fell into other hands is out at once, with all that it signed', async (t) => {
  const badge = save('badge.svg', await get('/badge/test-confirmed.svg'));
  const before = await credential();
  t.equal(await bitAt(before.place), 0);
  t.match((await licet('check-badge', badge)).out, /^genuine/);
  const done = await licet('keys', 'revoke', before.kid, '--because', 'made up');
  t.match(done.out, /^badge {2}current {2}\S+\nbadge {2}next {2}\S+\n$/);
  const { keys, revoked } = await keySet();
  t.same(revoked, [{ kid: before.kid, at: TODAY.toISOString() }]);
  t.notOk(
    keys.some(({ kid }: { kid: string }) => kid === before.kid),
    'no cache of ours stands before it',
  );
  t.equal(keys.length, 4, 'two of badges, two of credentials');
  const after = await credential();
  t.not(after.kid, before.kid, 'the next key signs');
  t.equal(await bitAt(before.place), 1, 'what the old one signed is revoked');
  t.equal(await bitAt(after.place), 0, 'what the new one signs is not');
  t.match(await licet('check-badge', badge), { code: 1, out: /^revoked-key/ });
  const kept = save('keys.json', JSON.stringify(await keySet()));
  t.match((await licet('check-badge', badge, '--keys', kept)).out, /^revoked-key/, 'and offline');
  t.match(
    (await licet('check-badge', save('new.svg', await get('/badge/test-confirmed.svg')))).out,
    /^genuine/,
  );
  const page = await app.inject({
    method: 'POST',
    url: '/verify-badge',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ badge: readFileSync(badge, 'utf8') }).toString(),
  });
  t.match(page.body, /Its key was revoked/);
  t.match((await licet('keys', 'list')).out, new RegExp(`badge {2}revoked {2}${before.kid}`));
  t.match(await licet('keys', 'revoke', before.kid, '--because', 'x'), { code: 2, err: /is no key/ });
});

t.test('the key of receipts is revoked in the same way', async (t) => {
  const receipt = await app.inject({
    method: 'POST',
    url: '/v1/receipts',
    payload: { id: 'test-confirmed' },
  });
  const file = save('receipt.json', receipt.body);
  t.match((await licet('check-receipt', file)).out, /^genuine/);
  const [header = ''] = receipt.json<{ seal: string }>().seal.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  await licet('keys', 'revoke', kid, '--because', 'made up');
  t.match(await licet('check-receipt', file), { code: 1, out: /signed with a key that was revoked/ });
  t.match(JSON.parse(await get('/v1/receipts/keys')), { revoked: [{ kid }] });
  t.same((await keySet()).revoked.length, 1, 'badges’ keys are left alone');
});

t.test('a next key that is revoked never signs', async (t) => {
  const { keys } = await keySet();
  const next = keys.at(-1).kid;
  const { kid } = await credential();
  await licet('keys', 'revoke', next, '--because', 'made up');
  t.equal((await credential()).kid, kid);
  await licet('keys', 'rotate');
  t.not((await credential()).kid, next);
});
