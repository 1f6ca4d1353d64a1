import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { serviceFile } from '../../src/store/sqlite/files.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const DAY_MS = 86_400_000;

/** The service, a clock that can be moved, the command line on its folder, and questions with a key. */
const opened = async (t: Test, over: object = {}) => {
  let now = TODAY;
  const service = await openService(over, fewSources, () => now);
  t.teardown(service.close);
  const licet = (...args: string[]) => runHere(service.data, args, {}, () => now);
  const keyOf = async (...args: string[]) =>
    /licet_[\w-]{43}/.exec((await licet('partner', ...args)).out)?.[0] ?? '';
  const ask = (url: string, key = '') =>
    service.app.inject({ url, headers: key === '' ? {} : { authorization: `Bearer ${key}` } });
  const pass = (days: number): void => {
    now = new Date(now.getTime() + days * DAY_MS);
  };
  return { ...service, licet, keyOf, ask, pass };
};

const VERIFY = '/v1/verify?name=Ruijin%20Hospital';

t.test(
  'a key ends on its day, is worth nothing from the moment it is revoked, and says so everywhere',
  async (t) => {
    const { licet, keyOf, ask, pass } = await opened(t);
    const short = await keyOf('add', 'Made-up Agency', '--days', '2');
    const long = await keyOf('add', 'Made-up Rival');
    t.equal((await ask(VERIFY, short)).statusCode, 200);
    t.equal((await ask('/partner/sites', short)).statusCode, 200);
    pass(2);
    const ended = await ask(VERIFY, short);
    t.match(ended.json(), { status: 401, code: 'LICET_WRONG_KEY' }, 'never silently answered as anybody');
    t.match(ended.headers['www-authenticate'], /^Bearer /);
    t.equal((await ask('/', short)).statusCode, 401);
    t.equal((await ask('/partner/sites', long)).statusCode, 200);
    t.match(await licet('partner', 'revoke', 'Made-up Rival'), { code: 0, out: /^1 keys of Made-up Rival/ });
    t.equal((await ask('/partner/sites', long)).statusCode, 401);
    t.equal((await ask(VERIFY)).statusCode, 200, 'who brings no key is answered as ever');
    t.equal(
      (await ask(VERIFY, long.slice(0, -1))).statusCode,
      401,
      'a key that was cut short is a wrong key',
    );
    t.equal(
      (await ask(VERIFY, `licet_op_${long.slice(6)}`)).statusCode,
      200,
      'an operator’s token is another kind',
    );
    t.match(await licet('partner', 'revoke', 'Made-up Rival'), { code: 2, err: /has no live key/ });
    const listed = await licet('partner', 'list');
    t.match(listed.out, /Made-up Agency .*ended 2026-/);
    t.match(listed.out, /Made-up Rival .*revoked 2026-/);
  },
);

t.test(
  'after a rotation the old key goes on for its overlap, and the new one has its scopes and quota',
  async (t) => {
    const { licet, keyOf, ask, pass } = await opened(t);
    const old = await keyOf('add', 'Made-up Agency', '--scopes', 'badge', '--quota', '7');
    const next = await keyOf('rotate', 'Made-up Agency', '--overlap', '3');
    t.strictSame(
      await Promise.all([old, next].map(async (key) => (await ask('/partner/sites', key)).statusCode)),
      [200, 200],
    );
    t.match((await ask('/partner/sites', next)).headers['ratelimit-policy'], /^"partner";q=7;/);
    pass(3);
    t.strictSame(
      await Promise.all([old, next].map(async (key) => (await ask('/partner/sites', key)).statusCode)),
      [401, 200],
    );
    const shown = JSON.parse((await licet('partner', 'show', 'Made-up Agency', '--json')).out);
    t.match(shown.keys, [{ scopes: ['badge'] }, { scopes: ['badge'], perMinute: 7 }]);
    t.notMatch(JSON.stringify(shown), /[0-9a-f]{64}/, 'no hash is shown');
    t.match(await licet('partner', 'remove', 'Made-up Agency'), {
      code: 0,
      out: /is off file, with its keys/,
    });
    t.equal((await ask('/partner/sites', next)).statusCode, 401);
    t.match(await licet('partner', 'show', 'Made-up Agency'), { code: 2 });
    t.match(await licet('partner', 'rotate', 'Made-up Agency'), { code: 2, err: /no partner on file/ });
  },
);

t.test('a key is for what its scopes say', async (t) => {
  const { keyOf, licet, ask } = await opened(t);
  const reader = await keyOf('add', 'Made-up Reader', '--scopes', 'read');
  t.match((await ask('/partner/sites', reader)).json(), {
    status: 403,
    code: 'LICET_KEY_NOT_ALLOWED',
    detail: /wants badge/,
  });
  for (const args of [
    ['--scopes', 'read,everything'],
    ['--days', '0'],
    ['--days', '4000'],
    ['--quota', 'many'],
  ])
    t.match(await licet('partner', 'add', 'Made-up Other', ...args), {
      code: 2,
      err: new RegExp(`${args[0]} `),
    });
  t.match(await licet('partner', 'add', 'agency.example'), { code: 2, err: /is a domain/ });
});

t.test(
  'each key has a quota of its own, told in headers, beside the small one of whoever has none',
  async (t) => {
    const { keyOf, ask } = await opened(t, { rateLimit: 2, partnerRateLimit: 3 });
    const one = await keyOf('add', 'Made-up Agency');
    const other = await keyOf('add', 'Made-up Rival', '--quota', '5');
    const badge = await keyOf('add', 'Made-up Badge', '--scopes', 'badge');
    const statuses = async (times: number, key: string, url = VERIFY) => {
      const found = [];
      for (let at = 0; at < times; at += 1) found.push((await ask(url, key)).statusCode);
      return found;
    };
    t.strictSame(await statuses(4, one), [200, 200, 200, 429]);
    t.strictSame(await statuses(6, other), [200, 200, 200, 200, 200, 429]);
    t.match((await ask(VERIFY, other)).headers, {
      'ratelimit-policy': '"partner";q=5;w=60',
      ratelimit: /^"partner";r=0;t=\d+$/,
      'retry-after': /^\d+$/,
    });
    t.strictSame(await statuses(2, badge), [200, 200], 'without the scope read it asks as anybody');
    t.strictSame(await statuses(1, ''), [429], 'and shares that quota');
    t.strictSame(
      await statuses(2, badge, '/partner/sites'),
      [200, 200],
      'its own addresses count for the key',
    );
  },
);

t.test(
  'writes and questions about physicians stand in a log that shows every change made to it',
  async (t) => {
    const { data, app, keyOf, licet } = await opened(t);
    const key = await keyOf('add', 'Made-up Agency', '--scopes', 'read,badge');
    const authorization = `Bearer ${key}`;
    const asked = { practitioner: '示例医师', name: 'Ruijin Hospital', purpose: 'referral' };
    for (const headers of [{ authorization }, {}])
      t.equal(
        (await app.inject({ method: 'POST', url: '/v1/verify', headers, payload: asked })).statusCode,
        200,
      );
    const put = { method: 'PUT', url: '/partner/sites/agency.example', headers: { authorization } } as const;
    const { headers } = await app.inject(put);
    const log = await licet('audit', 'log', '--json');
    const entries = log.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    t.match(entries, [
      {
        id: 4,
        actor: 'partner Made-up Agency',
        act: 'site.put',
        about: 'agency.example',
        request: headers['x-request-id'],
      },
      { id: 3, actor: 'anybody', act: 'physician.asked', about: 'referral' },
      { id: 2, actor: 'partner Made-up Agency', act: 'physician.asked', about: 'referral' },
      { id: 1, actor: 'command line', act: 'partner.add', about: 'Made-up Agency', request: null },
    ]);
    t.notMatch(log.out, /示例医师|Ruijin|127\.0\.0\.1/, 'neither who was asked about nor who asked');
    t.match(await licet('audit', 'check', '--head', entries[1].hash), { code: 0, out: /^4 entries/ });
    t.match(await licet('audit', 'check', '--head', 'f'.repeat(64)), {
      code: 1,
      out: /head you kept is not/,
    });
    const db = new Database(serviceFile(data));
    t.throws(() => db.exec("UPDATE audit_entry SET about = 'x' WHERE id = 2"), /never changed/);
    t.throws(() => db.exec('DELETE FROM audit_entry'), /never changed/);
    db.exec('DROP TRIGGER audit_entry_never_changed; DROP TRIGGER audit_entry_never_deleted');
    db.exec("UPDATE audit_entry SET actor = 'anybody' WHERE id = 2");
    t.match(await licet('audit', 'check'), { code: 1, out: /^entry 2 is not what was written/ });
    t.match((await licet('doctor')).out, /warning: the audit log was changed \(entry 2/);
    db.exec('DELETE FROM audit_entry WHERE id = 2');
    const missing = await licet('audit', 'check');
    t.match(missing, { code: 1, out: /^entry 2 is missing/ });
    t.notMatch(missing.out, /entry [34]/, 'those behind it are whole');
    db.close();
  },
);
