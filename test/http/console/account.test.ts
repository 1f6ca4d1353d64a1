import t from 'tap';
import { openServiceState } from '../../../src/store/open-store.ts';
import { openConsole } from '../../support/console.ts';

const MINUTE = 60_000;
const ACCOUNT = '/console/account';
const api = await openConsole(t);
const state = openServiceState(api.data);
t.teardown(state.close);
const one = await api.signedIn('Made-up First', 'clerk');
const other = await api.signedIn('Made-up Second', 'clerk');
const keep = (operator: string, credential: string) =>
  state.operatorPasskeys.add(
    operator,
    { credential, publicKey: new Uint8Array([1]), counter: 0, label: '' },
    new Date(api.now()).toISOString(),
    3,
  );
const post = (what: string, form: Readonly<Record<string, string>>, cookie = one.cookie) =>
  api.post(cookie, `${ACCOUNT}/${what}`, form);
const own = async (operator: string) =>
  (await state.operatorPasskeys.of(operator)).map(({ credential }) => credential);

t.test('an operator names and removes passkeys of their own, and of nobody else', async (t) => {
  for (const credential of ['phone', 'key']) t.ok(await keep('Made-up First', credential));
  t.notOk(await keep('Made-up Second', 'phone'), 'a passkey is one person’s');
  const page = (await api.get(one.cookie, ACCOUNT)).body;
  t.match(page, /Passkey 1[\s\S]*Passkey 2[\s\S]*also sign in with a password/);
  t.match(page, /excludeCredentials&quot;:\[\{[^\]]*phone/, 'the device that holds one makes no second');
  t.equal((await post('name', { credential: 'phone', label: '<b>My phone' })).statusCode, 200);
  t.match((await api.get(one.cookie, ACCOUNT)).body, '&lt;b&gt;My phone');
  t.equal((await post('name', { credential: 'phone', label: '' })).statusCode, 400);
  t.equal((await post('name', { credential: 'phone', label: 'x' }, other.cookie)).statusCode, 404);
  t.equal((await post('remove', { credential: 'phone' }, other.cookie)).statusCode, 404);
  t.equal((await post('passkey', { answer: '{}' })).statusCode, 400);
  t.match(
    (await api.licet('operator', 'passkeys', 'Made-up First')).out,
    /1 +<b>My phone +added .*not used yet/,
  );
});

t.test(
  'who removes one ends every other session; after a quarter of an hour they sign in anew first',
  async (t) => {
    api.pass(MINUTE);
    const second = api.cookieOf(await api.signIn(one.name, one.secret));
    t.equal((await post('remove', { credential: 'key' }, second)).statusCode, 200);
    t.strictSame(await own('Made-up First'), ['phone']);
    t.equal((await api.get(second, ACCOUNT)).statusCode, 200);
    t.equal((await api.get(one.cookie, ACCOUNT)).statusCode, 401, 'nobody knows which were begun with it');
    api.pass(16 * MINUTE);
    t.equal((await post('remove', { credential: 'phone' }, second)).statusCode, 409);
    t.equal((await post('passkey', { answer: '{}' }, second)).statusCode, 409);
    t.match((await api.get(second, ACCOUNT)).body, /sign out and in again/);
    t.match((await api.licet('operator', 'log')).out, /console\.passkey-remove +done/);
  },
);

t.test('the only way in is not removed, and there are so many and no more', async (t) => {
  await state.operatorPasskeys.add(
    'Made-up Third',
    { credential: 'alone', publicKey: new Uint8Array([1]), counter: 0, label: '' },
    new Date(api.now()).toISOString(),
    3,
  );
  t.equal(await state.operatorPasskeys.remove('Made-up Third', 'alone', null), 'only');
  t.match(await api.licet('operator', 'passkeys', 'Made-up Third', '--remove', '1'), {
    code: 2,
    err: /only way in/,
  });
  const kept = [];
  for (const credential of ['a', 'b', 'c']) kept.push(await keep('Made-up Third', credential));
  t.strictSame(kept, [true, true, false]);
  t.match(await api.licet('operator', 'passkeys', 'Made-up Third', '--remove', '9'), {
    code: 2,
    err: /no passkey/,
  });
  t.match(await api.licet('operator', 'passkeys', 'Made-up Third', '--remove', '1'), {
    code: 0,
    out: /is removed/,
  });
  t.strictSame(await own('Made-up Third'), ['a', 'b'], 'the oldest is the first');
});
