import t from 'tap';
import { openAccount } from '../support/signed-in.ts';

t.test(
  'a key signs in, is kept in no address, page or log line, and the cookie is for this host alone',
  async (t) => {
    const { app, key, log, signIn, get } = await openAccount(t, {
      log: 'info',
      baseUrl: 'https://licet.example',
    });
    const answer = await signIn(key);
    t.match(answer, { statusCode: 303, headers: { location: '/partners/lists' } });
    const cookie = String(answer.headers['set-cookie']);
    t.match(
      cookie,
      /^__Host-licet-partner=session_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const page = await get(cookie, '/partners/lists');
    t.match(page, {
      statusCode: 200,
      headers: { 'cache-control': 'no-store', 'access-control-allow-origin': undefined },
    });
    t.match(page.body, 'Signed in as Made-up Agency');
    await app.inject({ url: `/partners/sign-in?key=${key}` });
    const [secret, token] = [key.slice(6, 30), cookie.slice(35, 60)];
    for (const text of [page.body, (await signIn(`${key}x`)).body, log()]) {
      t.notMatch(text, secret);
      t.notMatch(text, token);
    }
  },
);

t.test(
  'a session ends with sign-out, after twelve hours, and at once where its key is revoked',
  async (t) => {
    const { key, signIn, cookieOf, get, post, licet, pass } = await openAccount(t);
    const seen = async (cookie: string) => (await get(cookie, '/partners/lists')).statusCode;
    const [first, second] = [await cookieOf(key), await cookieOf(key)];
    t.equal(await seen(first), 200);
    t.match(await post(first, '/partners/sign-out'), {
      statusCode: 303,
      headers: { 'set-cookie': /Max-Age=0|1970/ },
    });
    t.equal(await seen(first), 401, 'the old cookie is worth nothing');
    t.equal(await seen(second), 200, 'another one is');
    pass(12 * 3_600_000);
    t.equal(await seen(second), 401);
    const third = await cookieOf(key);
    await licet('partner', 'revoke', 'Made-up Agency');
    t.match(await get(third, '/partners/lists'), { statusCode: 401, body: /<label for="key">/ });
    t.equal((await post(third, '/partners/lists/x/remove')).statusCode, 401);
    t.match(await signIn(key), { statusCode: 401, body: /This is no key that works/ });
  },
);

t.test('keys cannot be tried without end, and no other site’s form is taken', async (t) => {
  const { app, key, signIn, cookieOf, get, post } = await openAccount(t);
  const cookie = await cookieOf(key);
  const codes = [];
  for (let at = 0; at < 10; at += 1) codes.push((await signIn(`licet_${'A'.repeat(43)}`)).statusCode);
  t.strictSame(codes, [...Array(9).fill(401), 429]);
  t.match(await signIn(key), { statusCode: 429, headers: { 'retry-after': /^\d+$/ } });
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])
    for (const url of [
      '/partners/sign-in',
      '/partners/sign-out',
      '/partners/lists',
      '/partners/lists/x/remove',
    ]) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await app.inject({
        method: 'POST',
        url,
        headers: { cookie, ...type, ...headers },
        payload: 'key=x',
      });
      t.equal(answer.statusCode, 403, `${url} from ${JSON.stringify(headers)}`);
    }
  t.equal((await get(cookie, '/partners/lists')).statusCode, 200, 'and nobody was signed out');
  t.equal(
    (await post(cookie, '/partners/sign-out', '', { 'sec-fetch-site': 'same-origin' })).statusCode,
    303,
  );
});

t.test(
  'a frame without an origin is nobody’s page, also where no address of the service is configured',
  async (t) => {
    const { app, key } = await openAccount(t, { baseUrl: null });
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' };
    const answer = await app.inject({
      method: 'POST',
      url: '/partners/sign-in',
      headers: form,
      payload: `key=${key}`,
    });
    t.equal(answer.statusCode, 403);
  },
);

t.test('a list that cannot be read says so in the reader’s language, on the page it came from', async (t) => {
  const { key, cookieOf, upload } = await openAccount(t);
  const cookie = await cookieOf(key);
  t.match(await upload(cookie, 'x,y\n1,2\n'), { statusCode: 422, body: /role="alert">list\.csv/ });
  t.match(await upload(cookie, 'x,y\n1,2\n', '?lang=zh'), {
    statusCode: 422,
    body: /role="alert">list\.csv.*\p{Script=Han}/u,
  });
  t.match(await upload(cookie, ''), { statusCode: 422, body: /No file was chosen/ });
});
