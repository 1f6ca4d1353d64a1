import t from 'tap';
import { openAccount } from '../support/signed-in.ts';

const LIST = 'hospital,treatment\nRuijin Hospital,IVF\n,IVF\n';

t.test('two partners never see each other’s things on the pages, and a key sees what it lacks', async (t) => {
  const { key, other, keyOf, cookieOf, get, post, upload, answered, routes } = await openAccount(t);
  const [mine, theirs, narrow] = [
    await cookieOf(key),
    await cookieOf(other),
    await cookieOf(await keyOf('Made-up Reader', 'read')),
  ];
  const at = String((await upload(mine, LIST)).headers.location);
  const id = at.split('/')[3] ?? '';
  t.match((await get(mine, at)).body, '2 rows were found');
  await post(mine, `${at}/start`);
  await answered(mine, at);
  const watching = await post(mine, '/partners/watches', `batch=${id}`);
  t.equal(watching.statusCode, 303);
  const watch = String(watching.headers.location).split(/[/?]/)[3] ?? '';
  t.equal((await post(mine, '/partners/domains', 'domain=agency.example')).statusCode, 303);
  const pathOf = (url: string): string =>
    url
      .replace('/lists/:id', `/lists/${id}`)
      .replace('/watches/:id', `/watches/${watch}`)
      .replace(':domain', 'agency.example');
  const walked = routes().filter(({ url }) => !/sign-(in|out)$/.test(url));
  t.ok(walked.length >= 18, `${walked.length} addresses are walked`);
  for (const { method, url } of walked) {
    const path = pathOf(url);
    const ask = (cookie: string) =>
      method === 'GET' ? get(cookie, path) : post(cookie, path, 'since=0&url=https://x.example');
    t.match(
      await ask(''),
      { statusCode: 401, body: /<label for="key">/ },
      `${method} ${url} without a session`,
    );
    t.equal(
      (await ask(`licet-partner=session_${'A'.repeat(43)}`)).statusCode,
      401,
      `${method} ${url}, forged`,
    );
    const lacking = await ask(narrow);
    t.match(
      lacking,
      { statusCode: 403, body: /ask the operator for a key with the scope/ },
      `${method} ${url}`,
    );
    if (path !== url) t.match(await ask(theirs), { statusCode: 404 }, `${method} ${url} of another`);
  }
  t.equal(
    (await post(theirs, '/partners/watches', `batch=${id}`)).statusCode,
    404,
    'nor watch another’s list',
  );
  t.match(await post(theirs, '/partners/domains', 'domain=agency.example'), {
    statusCode: 409,
    body: /Another partner/,
  });
  for (const part of ['lists', 'watches', 'domains']) {
    const page = (await get(theirs, `/partners/${part}`)).body;
    t.notMatch(page, new RegExp(`${id}|${watch}|<h2>agency`), part);
  }
  t.match((await get(mine, at)).body, 'Finished', 'and all is as it was');
  t.match((await get(mine, `/partners/watches/${watch}`)).body, '1 hospital is asked about anew');
  t.match((await get(mine, '/partners/domains')).body, 'Not proven');
});

t.test('a domain is added, told what to put where, looked at when asked, and taken off', async (t) => {
  const seen: string[] = [];
  const checkNow = async (domain: string) =>
    seen.push(domain) > 1 ? ('proven' as const) : ('absent' as const);
  const { key, cookieOf, get, post } = await openAccount(t, {}, { checkNow });
  const cookie = await cookieOf(key);
  t.match(await post(cookie, '/partners/domains', 'domain=https://agency.example/x'), {
    statusCode: 400,
    body: /This is no domain/,
  });
  await post(cookie, '/partners/domains', 'domain=www.Agency.example');
  const page = (await get(cookie, '/partners/domains')).body;
  for (const words of [
    /_licet\.agency\.example/,
    /licet-site=[0-9a-f]{32}/,
    /well-known\/licet\.txt/,
    /2026-12-21/,
  ])
    t.match(page, words);
  t.match((await post(cookie, '/partners/domains/agency.example/check')).body, 'the proof is not yet');
  t.match(
    (await post(cookie, '/partners/domains/agency.example/check')).body,
    'The proof of agency.example is there',
  );
  t.equal((await post(cookie, '/partners/domains/nobody.example/check')).statusCode, 404);
  for (let at = 0; at < 4; at += 1) await post(cookie, '/partners/domains/agency.example/check');
  t.equal((await post(cookie, '/partners/domains/agency.example/check')).statusCode, 429);
  t.strictSame(new Set(seen), new Set(['agency.example']));
  await post(cookie, '/partners/domains/agency.example/remove');
  t.notMatch((await get(cookie, '/partners/domains')).body, '<h2>agency.example');
});

t.test(
  'a receiver is named, its secret shown once, and tests and replays stand among what was sent',
  async (t) => {
    const { key, cookieOf, get, post, upload, answered } = await openAccount(t, {
      fetch: true,
      contact: 'a@b.example',
    });
    const cookie = await cookieOf(key);
    const at = String((await upload(cookie, LIST)).headers.location);
    t.equal(
      (await post(cookie, '/partners/watches', `batch=${at.split('/')[3]}`)).statusCode,
      409,
      'it is not finished',
    );
    await post(cookie, `${at}/start`);
    await answered(cookie, at);
    const { location } = (await post(cookie, '/partners/watches', `batch=${at.split('/')[3]}`)).headers;
    const watch = String(location).split('?')[0] ?? '';
    t.match(await post(cookie, `${watch}/webhook`, 'url=https://127.0.0.1/'), {
      statusCode: 400,
      body: /cannot be sent to/,
    });
    t.match(
      (await post(cookie, `${watch}/webhook`, 'url=https://agency.example/licet')).body,
      /whsec_[\w+/]{43}=/,
    );
    t.notMatch((await get(cookie, watch)).body, 'whsec_');
    t.equal((await post(cookie, `${watch}/webhook/start`)).statusCode, 303);
    t.equal((await post(cookie, `${watch}/webhook/test`)).statusCode, 303);
    t.match(
      (await get(cookie, watch)).body,
      /Each change is sent to https:\/\/agency\.example.*Test.*waiting/s,
    );
    t.equal((await post(cookie, `${watch}/webhook/replay`, 'since=x')).statusCode, 400);
    t.equal((await post(cookie, `${watch}/webhook/replay`, 'since=0')).statusCode, 303);
    await post(cookie, `${watch}/webhook/remove`);
    t.match((await get(cookie, watch)).body, 'Changes are not sent to a program');
    await post(cookie, `${watch}/remove`);
    t.match((await get(cookie, '/partners/watches')).body, 'You watch no hospitals yet');
  },
);
