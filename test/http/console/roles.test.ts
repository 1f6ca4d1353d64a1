import t from 'tap';
import { mayAs, type OperatorRole, operatorRoles } from '../../../schema/operator-role.ts';
import { openConsole } from '../../support/console.ts';

const FROM = { host: 'localhost', origin: 'http://localhost' };
const api = await openConsole(t);
const one = {
  clerk: await api.signedIn('Made-up Clerk', 'clerk'),
  reviewer: await api.signedIn('Made-up Reviewer', 'reviewer'),
  administrator: await api.signedIn('Made-up Administrator', 'administrator'),
};

/** From which role on each address may be used: a new address gets a line, so that somebody has thought about it. */
const mayUse: Readonly<Record<string, OperatorRole>> = {
  'GET /console': 'clerk',
  'GET /console/account': 'clerk',
  'POST /console/account/passkey': 'clerk',
  'POST /console/account/name': 'clerk',
  'POST /console/account/remove': 'clerk',
  'GET /console/partners': 'administrator',
  'POST /console/partners': 'administrator',
  'GET /console/partners/:name': 'administrator',
  'POST /console/partners/domains': 'administrator',
  'POST /console/partners/domains/check': 'administrator',
  'POST /console/partners/domains/remove': 'administrator',
  'POST /console/partners/replay': 'administrator',
  'POST /console/partners/start': 'administrator',
  'POST /console/partners/rotate': 'administrator',
  'POST /console/partners/revoke': 'administrator',
  'GET /console/operators': 'administrator',
  'POST /console/operators': 'administrator',
  'POST /console/operators/invite': 'administrator',
  'POST /console/operators/role': 'administrator',
  'POST /console/operators/revoke': 'administrator',
  'GET /console/operators/acts': 'administrator',
  'GET /console/reports': 'clerk',
  'GET /console/physicians': 'clerk',
  'POST /console/physicians': 'clerk',
  'GET /console/physicians/:id': 'clerk',
  'POST /console/physicians/:id/answer': 'reviewer',
  'POST /console/physicians/:id/refuse': 'reviewer',
  'POST /console/physicians/:id/extend': 'reviewer',
  'POST /console/physicians/:id/erase': 'administrator',
  'GET /console/review': 'clerk',
  'GET /console/review/:one/:other': 'clerk',
  'POST /console/review/:one/:other': 'reviewer',
  'GET /console/reports/:id': 'clerk',
  'GET /console/reports/:id/file': 'clerk',
  'POST /console/reports/:id/answer': 'clerk',
  'POST /console/reports/:id/remove': 'reviewer',
  'GET /v1/operator/captures': 'clerk',
  'GET /console/captures': 'clerk',
  'POST /console/captures/pending/:id/confirm': 'reviewer',
  'POST /console/captures/pending/:id/reject': 'reviewer',
  'GET /v1/operator/captures/queue': 'clerk',
  'GET /console/captures/:source': 'clerk',
  'POST /console/captures/:source': 'clerk',
  'POST /console/captures/:source/record': 'clerk',
  'GET /console/captures/:source/rows': 'clerk',
  'GET /console/captures/:source/withdraw': 'reviewer',
  'POST /console/captures/:source/withdraw': 'reviewer',
  'GET /console/captures/:source/file': 'clerk',
  'POST /console/captures/:source/file': 'clerk',
  'POST /console/captures/:source/file/record': 'clerk',
  'GET /console/captures/:source/template.csv': 'clerk',
  'GET /console/captures/:source/template.xlsx': 'clerk',
  'GET /console/refused': 'clerk',
  'GET /console/refused/:run/:source': 'clerk',
  'GET /console/pages/:sha256': 'clerk',
  'POST /console/refused/:run/:source': 'reviewer',
  'GET /v1/operator/captures/pending': 'clerk',
  'POST /v1/operator/captures/pending/:id/confirm': 'reviewer',
  'POST /v1/operator/captures/pending/:id/reject': 'reviewer',
  'GET /v1/operator/captures/:source': 'clerk',
  'POST /v1/operator/captures/:source': 'clerk',
  'GET /v1/operator/captures/:source/rows': 'clerk',
  'POST /v1/operator/captures/:source/withdraw': 'reviewer',
  'GET /v1/operator/captures/:source/template.csv': 'clerk',
  'GET /v1/operator/captures/:source/template.xlsx': 'clerk',
  'GET /v1/operator/contradictions': 'clerk',
  'GET /v1/operator/refusals': 'clerk',
  'GET /v1/operator/pages/:sha256': 'clerk',
  'POST /v1/operator/runs/:id/accept': 'reviewer',
  'POST /v1/operator/runs/:id/refuse': 'reviewer',
};

/** Addresses at which nobody is signed in yet, or which end a session. */
const OPEN = /^\/console\/(sign-(in|out)|welcome\/)/;

const found = [...api.routes('/v1/operator/'), ...api.routes('/console')].filter(
  ({ url }) => !OPEN.test(url),
);

t.test('every address of operators says from which role on it may be used', async (t) => {
  t.strictSame(found.map(({ method, url }) => `${method} ${url}`).sort(), Object.keys(mayUse).sort());
});

/** Anything that is well-formed: whether it is there is asked after the role. */
const pathOf = (url: string): string =>
  url.replace(':source', 'cn-nobody').replace(':sha256', '0'.repeat(64)).replace(/:\w+/g, '1');

type Found = (typeof found)[number];

const ask = async ({ method, url }: Found, cookie: string, token: string): Promise<number> => {
  const path = pathOf(url);
  const headers = { authorization: `Bearer ${token}`, ...FROM };
  if (cookie === '') return (await api.app.inject({ method, url: path, headers })).statusCode;
  return (await (method === 'GET' ? api.get(cookie, path) : api.post(cookie, path))).statusCode;
};

/** What one address answers wrongly, by whom. */
const wrongAt = async (route: Found): Promise<readonly string[]> => {
  const from = mayUse[`${route.method} ${route.url}`] ?? 'administrator';
  const atConsole = route.url.startsWith('/console');
  const wrong: string[] = [];
  const look = (who: string, status: number, right: boolean): void => {
    if (!right) wrong.push(`${route.method} ${route.url}, ${who}: ${status}`);
  };
  for (const [who, status] of [
    ['nobody', await ask(route, '', '')],
    ['a planted cookie', await ask(route, `licet-operator=console_${'A'.repeat(43)}`, '')],
  ] as const)
    look(who, status, status === 401);
  for (const role of operatorRoles) {
    const { cookie, token } = one[role];
    const [own, other] = [await ask(route, cookie, ''), await ask(route, '', token)];
    const [right, foreign] = atConsole ? [own, other] : [other, own];
    look(role, right, mayAs(role, from) ? right !== 401 && right !== 403 : right === 403);
    look(`${role}, by ${atConsole ? 'token' : 'session'}`, foreign, foreign === 401);
  }
  // Requests without a live token are counted by the minute.
  api.pass(60_000);
  return wrong;
};

t.test(
  'an address answers to its roles alone, the console by session and the interface by token',
  async (t) => {
    const wrong: string[] = [];
    for (const route of found) wrong.push(...(await wrongAt(route)));
    t.strictSame(wrong, []);
  },
);

const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  {},
  { 'sec-fetch-site': 'same-site' },
];

t.test('no other site’s form is taken, and no site can frame the console', async (t) => {
  const posts = api.routes('/console').filter(({ method }) => method === 'POST');
  t.ok(posts.length >= 3, `${posts.length} forms`);
  const taken: string[] = [];
  for (const { url } of posts)
    for (const more of FOREIGN) {
      const { statusCode } = await api.post(one.administrator.cookie, pathOf(url), {}, more);
      if (statusCode !== 403) taken.push(`${url} from ${JSON.stringify(more)}: ${statusCode}`);
    }
  t.strictSame(taken, []);
  for (const url of ['/console', '/console/sign-in', '/console/welcome/x'])
    t.match(
      (await api.get(one.clerk.cookie, url)).headers['content-security-policy'],
      /default-src 'none'.*frame-ancestors 'none'/,
      url,
    );
  t.equal((await api.get(one.clerk.cookie, '/console')).statusCode, 200, 'and nobody was signed out');
});

t.test('over https the cookie is for this host alone', async (t) => {
  const secure = await openConsole(t, { baseUrl: 'https://licet.example' }, []);
  const { link } = await secure.add('Made-up Name', 'clerk');
  t.match(
    (await secure.welcome(link)).answer.headers['set-cookie'],
    /^__Host-licet-operator=console_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
});
