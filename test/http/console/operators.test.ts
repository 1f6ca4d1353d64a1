import t from 'tap';
import { openConsole } from '../../support/console.ts';

const api = await openConsole(t);
const { cookie, name: SELF } = await api.signedIn('Made-up Administrator', 'administrator');
const OPERATORS = '/console/operators';

t.test(
  'an administrator adds an operator, whose link is shown once, and everything is written down',
  async (t) => {
    const added = await api.post(cookie, OPERATORS, { name: ' Made-up Clerk ', role: 'reviewer' });
    t.equal(added.statusCode, 201);
    const link = /\/console\/welcome\/[\w-]{43}/.exec(added.body)?.[0] ?? '';
    t.notMatch((await api.get(cookie, OPERATORS)).body, '/console/welcome/');
    const theirs = api.cookieOf((await api.welcome(link)).answer);
    t.match((await api.get(theirs, '/console')).body, 'Signed in as Made-up Clerk, reviewer');
    t.match(
      (await api.get(cookie, OPERATORS)).body,
      /Made-up Clerk<\/th><td>reviewer<\/td><td>with password/,
    );
    t.match(await api.post(cookie, OPERATORS, { name: 'Made-up Clerk' }), {
      statusCode: 409,
      body: /given before/,
    });
    t.match(await api.post(cookie, OPERATORS, { name: 'command line' }), {
      statusCode: 400,
      body: /2 to 60/,
    });
    const changed = await api.post(cookie, `${OPERATORS}/role`, { name: 'Made-up Clerk', role: 'clerk' });
    t.match(changed, { statusCode: 200, body: /It is done/ });
    t.equal((await api.get(theirs, '/console')).statusCode, 401, 'they sign in anew');
    t.match(await api.post(cookie, `${OPERATORS}/role`, { name: 'Made-up Clerk', role: 'king' }), {
      statusCode: 400,
    });
    const invited = await api.post(cookie, `${OPERATORS}/invite`, { name: 'Made-up Clerk' });
    t.match((await api.get(cookie, OPERATORS)).body, 'a link waits to be used');
    const next = /\/console\/welcome\/[\w-]{43}/.exec(invited.body)?.[0] ?? '';
    t.equal((await api.get('', next)).statusCode, 200);
    t.match(await api.post(cookie, `${OPERATORS}/revoke`, { name: 'Made-up Clerk' }), { statusCode: 200 });
    t.equal((await api.get('', next)).statusCode, 404, 'the link ends with the operator');
    t.match(await api.post(cookie, `${OPERATORS}/invite`, { name: 'Made-up Clerk' }), { statusCode: 404 });
    t.match((await api.get(cookie, OPERATORS)).body, 'revoked on <time');
    const acts = (await api.get(cookie, `${OPERATORS}/acts`)).body;
    for (const act of ['operator.add', 'operator.role-clerk', 'operator.invite', 'operator.revoke'])
      t.match(acts, new RegExp(`${SELF}</th><td>${act.replace('.', '\\.')}</td>`), act);
    t.match((await api.licet('audit', 'check')).out, /entries/);
  },
);

t.test('nobody changes what lets them in themselves', async (t) => {
  for (const act of ['role', 'invite', 'revoke'])
    t.match(await api.post(cookie, `${OPERATORS}/${act}`, { name: SELF, role: 'clerk' }), {
      statusCode: 409,
      body: /another administrator does/,
    });
  t.equal((await api.get(cookie, OPERATORS)).statusCode, 200);
});

t.test('acts are turned over page by page', async (t) => {
  for (let at = 0; at < 60; at += 1) await api.post(cookie, `${OPERATORS}/revoke`, { name: 'nobody' });
  const first = (await api.get(cookie, `${OPERATORS}/acts`)).body;
  const older = /\/console\/operators\/acts\?before=\d+/.exec(first)?.[0] ?? '';
  const rows = (body: string): number => body.split('<tr>').length - 2;
  t.equal(rows(first), 50);
  t.ok(rows((await api.get(cookie, older)).body) > 10);
});
