import t from 'tap';
import { createChallenges } from '../../../src/http/console/sign-in/challenges.ts';
import { codeAt, linkIn, openConsole, PASSWORD } from '../../support/console.ts';

const api = await openConsole(t, { log: 'info' });
const MINUTE = 60_000;

t.test('a link sets a password and codes up once, signs in, and stands in no log', async (t) => {
  const { link } = await api.add('Made-up First', 'administrator');
  t.match((await api.get('', link)).body, 'This link is for Made-up First, administrator');
  const { secret, answer } = await api.welcome(link);
  t.match(answer, { statusCode: 303, headers: { location: '/console' } });
  const cookie = api.cookieOf(answer);
  const today = await api.get(cookie, '/console');
  t.match(today, { statusCode: 200, headers: { 'cache-control': 'no-store' } });
  t.match(today.body, 'Signed in as Made-up First, administrator');
  t.match(today.headers['content-security-policy'], /frame-ancestors 'none'/);
  t.equal(today.headers['access-control-allow-origin'], undefined);
  t.match(await api.get('', link), { statusCode: 404, body: /was used/ });
  t.equal((await api.post('', `${link}/password`, { password: PASSWORD })).statusCode, 404);
  const log = (await api.licet('operator', 'log')).out;
  t.match(log, /Made-up First +console\.welcome-password/);
  for (const part of [secret, link.split('/').at(-1) ?? '', cookie.slice(20), PASSWORD])
    t.notOk(`${api.log()}${log}${today.body}`.includes(part), part);
});

t.test(
  'a weak password and a wrong code are refused, and a link ends with the tenth wrong code',
  async (t) => {
    const { link } = await api.add('Made-up Second', 'clerk');
    t.match(await api.welcome(link, 'short'), { answer: { statusCode: 400, body: /too short/ } });
    t.match(await api.welcome(link, 'made-up second 1'), { answer: { body: /easy to find/ } });
    const wrong = { password: PASSWORD, code: '000000' };
    const codes = [];
    for (let at = 0; at < 11; at += 1) codes.push((await api.post('', `${link}/password`, wrong)).statusCode);
    t.strictSame(codes, [...Array(10).fill(400), 404]);
    api.pass(MINUTE);
    const invited = linkIn((await api.licet('operator', 'invite', 'Made-up Second')).out);
    t.match(await api.welcome(invited), { answer: { statusCode: 303 } });
    const late = linkIn((await api.licet('operator', 'invite', 'Made-up Second')).out);
    api.pass(24 * 60 * MINUTE);
    t.equal((await api.get('', late)).statusCode, 404, 'a link is good for a day');
  },
);

t.test('a code is never good twice, and goes with the right password alone', async (t) => {
  const { secret } = await api.signedIn('Made-up Third', 'clerk');
  t.equal((await api.signIn('Made-up Third', secret)).statusCode, 401, 'the code that set it up');
  api.pass(MINUTE);
  t.equal((await api.signIn('Made-up Third', secret, 'another password')).statusCode, 401);
  t.equal((await api.signIn('Made-up Third', secret)).statusCode, 303, 'no wrong password uses a code up');
  t.equal((await api.signIn('Made-up Third', secret)).statusCode, 401);
  const before = codeAt(secret, api.now() - 30_000);
  const form = { name: 'Made-up Third', password: PASSWORD, code: before };
  t.equal((await api.post('', '/console/sign-in', form)).statusCode, 401, 'nor does an older one count');
  api.pass(MINUTE);
  const spaced = codeAt(secret, api.now() + 30_000).replace(/^.../, '$& ');
  t.equal((await api.post('', '/console/sign-in', { ...form, code: spaced })).statusCode, 303);
});

t.test('a name that is tried too often waits, known or not, and all are answered alike', async (t) => {
  const { secret } = await api.signedIn('Made-up Fourth', 'clerk');
  api.pass(MINUTE);
  const tried = async (name: string) => {
    const answers = [];
    for (let at = 0; at < 7; at += 1) {
      if (at === 6) api.pass(MINUTE / 2);
      answers.push(await api.post('', '/console/sign-in', { name, password: 'x', code: '1' }));
      if (at === 4) api.pass(MINUTE);
    }
    return answers.map(({ statusCode, body }) => [
      statusCode,
      body.replace(/(challenge&quot;:&quot;)[\w-]+/, '$1'),
    ]);
  };
  const known = await tried('Made-up Fourth');
  api.pass(MINUTE);
  t.strictSame(await tried('Made-up Nobody'), known, 'nobody learns who is on file');
  t.strictSame(
    known.map(([status]) => status),
    [401, 401, 401, 401, 401, 401, 429],
  );
  api.pass(MINUTE);
  t.equal(
    (await api.signIn('Made-up Fourth', secret)).statusCode,
    303,
    'after the wait the right one enters',
  );
});

t.test('one client may try ten times a minute', async (t) => {
  api.pass(MINUTE);
  const codes = [];
  for (let at = 0; at < 11; at += 1)
    codes.push(
      (await api.post('', '/console/sign-in', { name: `x${at}`, password: 'x', code: '1' })).statusCode,
    );
  t.strictSame(codes, [...Array(10).fill(401), 429]);
  api.pass(MINUTE);
});

t.test(
  'a session ends: by signing out, an hour without use, twelve hours, another role, a new link, revocation',
  async (t) => {
    const one = await api.signedIn('Made-up Fifth', 'reviewer');
    const seen = async (cookie: string) => (await api.get(cookie, '/console')).statusCode;
    const again = async () => {
      api.pass(MINUTE);
      return api.cookieOf(await api.signIn(one.name, one.secret));
    };
    t.equal(await seen(one.cookie), 200);
    t.match(await api.post(one.cookie, '/console/sign-out'), { statusCode: 303 });
    t.equal(await seen(one.cookie), 401);
    const idle = await again();
    api.pass(59 * MINUTE);
    t.equal(await seen(idle), 200, 'use keeps it');
    api.pass(59 * MINUTE);
    t.equal(await seen(idle), 200);
    api.pass(61 * MINUTE);
    t.equal(await seen(idle), 401);
    const long = await again();
    for (let hour = 0; hour < 11; hour += 1) {
      api.pass(59 * MINUTE);
      await seen(long);
    }
    t.equal(await seen(long), 200);
    api.pass(71 * MINUTE);
    t.equal(await seen(long), 401);
    const roled = await again();
    await api.licet('operator', 'role', one.name, 'clerk');
    t.equal(await seen(roled), 401);
    const invited = await again();
    const link = linkIn((await api.licet('operator', 'invite', one.name)).out);
    t.equal(await seen(invited), 401);
    api.pass(MINUTE);
    t.equal((await api.signIn(one.name, one.secret)).statusCode, 401, 'the password before is gone');
    const anew = api.cookieOf((await api.welcome(link)).answer);
    t.equal(await seen(anew), 200);
    await api.licet('operator', 'revoke', one.name);
    t.equal(await seen(anew), 401);
    t.match((await api.licet('operator', 'invite', one.name)).err, /no operator, or was revoked/);
  },
);

t.test('a session that somebody else put into the browser is never signed in', async (t) => {
  const one = await api.signedIn('Made-up Sixth', 'clerk');
  const planted = `licet-operator=console_${'A'.repeat(43)}`;
  api.pass(MINUTE);
  const fresh = api.cookieOf(await api.signIn(one.name, one.secret, PASSWORD, planted));
  t.not(fresh, planted);
  t.equal((await api.get(planted, '/console')).statusCode, 401);
  api.pass(MINUTE);
  const next = api.cookieOf(await api.signIn(one.name, one.secret, PASSWORD, fresh));
  t.equal((await api.get(fresh, '/console')).statusCode, 401, 'the session before ends with signing in');
  t.equal((await api.get(next, '/console')).statusCode, 200);
});

t.test(
  'what no authenticator signed is no passkey, and passkeys are offered where they can be',
  async (t) => {
    const { link } = await api.add('Made-up Seventh', 'clerk');
    const [page] = /data-passkey="([^"]+)"/.exec((await api.get('', link)).body)?.slice(1) ?? [];
    const { challenge, rp } = JSON.parse((page ?? '').replaceAll('&quot;', '"'));
    t.equal(rp.id, 'localhost');
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: 'webauthn.create', challenge, origin: 'http://localhost' }),
    ).toString('base64url');
    const forged = { id: 'eA', rawId: 'eA', type: 'public-key' };
    const answers = [
      '',
      '{',
      '{}',
      JSON.stringify({ ...forged, response: { clientDataJSON, attestationObject: 'oA' } }),
      JSON.stringify({ ...forged, response: { clientDataJSON, authenticatorData: 'eA', signature: 'eA' } }),
    ];
    for (const answer of answers) {
      t.equal((await api.post('', `${link}/passkey`, { answer })).statusCode, 400, answer);
      t.equal((await api.post('', '/console/sign-in/passkey', { answer })).statusCode, 401, answer);
    }
    const elsewhere = { host: '127.0.0.1:8080' };
    t.match((await api.get('', link, elsewhere)).body, 'cannot be made at this address');
    t.notMatch((await api.get('', '/console/sign-in', elsewhere)).body, 'data-passkey');
  },
);

t.test('a challenge is for one purpose, for ten minutes, and once', async (t) => {
  const challenges = createChallenges();
  const made = challenges.make('sign-in', 0);
  t.ok(challenges.holds(made, 'sign-in', 9 * MINUTE));
  t.notOk(challenges.holds(made, 'new x', 0));
  t.notOk(challenges.holds(made, 'sign-in', 10 * MINUTE));
  t.notOk(createChallenges().holds(made, 'sign-in', 0), 'another process has another key');
  t.notOk(challenges.holds('short', 'sign-in', 0));
  t.ok(challenges.use(made, 0));
  t.notOk(challenges.holds(made, 'sign-in', 0));
  t.notOk(challenges.use(made, 0));
});
