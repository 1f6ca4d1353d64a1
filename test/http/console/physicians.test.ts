import t from 'tap';
import { practitionerEntry } from '../../../schema/practitioner.ts';
import { openDailyForgetting } from '../../../src/jobs/expire-physicians.ts';
import { openPractitioners } from '../../../src/registry/practitioners.ts';
import { openServiceState } from '../../../src/store/open-store.ts';
import { openConsole } from '../../support/console.ts';

const DAY_MS = 86_400_000;
const NAME = '编造示例医师';
const CERTIFICATE = '110999999000001';
const QUEUE = '/console/physicians';

const api = await openConsole(t, { contact: 'operator@example.org' });
const people = openPractitioners(api.data);
t.teardown(people.close);
const clerk = await api.signedIn('Made-up Clerk', 'clerk');
const reviewer = await api.signedIn('Made-up Reviewer', 'reviewer');
const administrator = await api.signedIn('Made-up Administrator', 'administrator');

let senders = 0;
const send = (form: Readonly<Record<string, string>>, from = `192.0.2.${++senders}`) =>
  api.app.inject({
    method: 'POST',
    url: '/physician/request',
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    payload: new URLSearchParams(form).toString(),
  });
const addressIn = (text: string): string => /\/physician\/request\/request_[\w-]{43}/.exec(text)?.[0] ?? '';
const read = async (address: string): Promise<string> =>
  (await api.app.inject({ url: address, headers: { 'accept-language': 'en' } })).body;
const licet = (...args: string[]) => api.licet('practitioner', 'requests', ...args);

t.test(
  'a physician asks for erasure, an administrator erases, and the answer is read at a secret address',
  async (t) => {
    await people.record(
      practitionerEntry.parse({
        name: NAME,
        certificateNumber: CERTIFICATE,
        kind: 'registered',
        status: 'registered',
        sites: [{ name: '编造示例医院', main: true }],
        seen: { authority: '编造主管部门', url: 'https://example.org/doctor', on: '2026-11-01' },
      }),
      [{ institution: 'made-up', main: true }],
      new Date(api.now()),
    );
    const sent = await send({ kind: 'erasure', text: 'I have retired' });
    t.equal(sent.statusCode, 200);
    t.equal(sent.headers['cache-control'], 'no-store');
    const address = addressIn(sent.body);
    const waits = await read(address);
    t.match(waits, /answers by 2026-12-19/, 'twenty-eight days after the day it came in');
    t.match(waits, /operator@example\.org/, 'whom to show who one is');
    t.match((await api.get(clerk.cookie, QUEUE)).body, />erasure</);
    const seen = (await api.get(administrator.cookie, `${QUEUE}/1`)).body;
    t.match(seen, /I have retired/);
    t.match(seen, /name="certificateNumber"/);
    t.notMatch((await api.get(reviewer.cookie, `${QUEUE}/1`)).body, /name="certificateNumber"/);
    const erase = (form: Readonly<Record<string, string>>) =>
      api.post(administrator.cookie, `${QUEUE}/1/erase`, form);
    t.equal((await erase({ name: NAME })).statusCode, 400, 'a name alone is nobody');
    t.equal((await erase({ name: NAME, institution: 'lic-nobody' })).statusCode, 400);
    t.match((await erase({ certificateNumber: '110999999000002' })).body, /Nothing is held/);
    t.equal(await people.count(), 1);
    const erased = await erase({ certificateNumber: CERTIFICATE });
    t.match(erased.body, /1 row is erased/);
    t.notMatch(erased.body, CERTIFICATE, 'what was typed is not shown again');
    t.equal(await people.count(), 0);
    const words = 'It is erased.';
    t.equal((await api.post(reviewer.cookie, `${QUEUE}/1/answer`, { words })).statusCode, 303);
    const told = await read(address);
    t.match(told, /It is erased\./);
    t.notMatch(told, /Made-up Reviewer/, 'who answered is not shown');
    t.notMatch(
      (await api.get(clerk.cookie, `${QUEUE}/1`)).body,
      /I have retired/,
      'what was typed is forgotten',
    );
    t.equal((await api.post(reviewer.cookie, `${QUEUE}/1/answer`, { words })).statusCode, 409);
    t.equal(
      (await erase({ certificateNumber: CERTIFICATE })).statusCode,
      409,
      'a closed request erases nothing',
    );
    const { out } = await api.licet('operator', 'log');
    t.match(out, /physician\.erase +request 1/);
    for (const secret of [NAME, CERTIFICATE, words]) t.notMatch(out, secret);
    const acts = await people.acts(10);
    t.ok(acts.some(({ act, purpose }) => act === 'erased' && purpose === 'request 1'));
    t.notMatch(JSON.stringify(acts), CERTIFICATE);
  },
);

t.test(
  'what says who somebody is is neither kept nor shown again, and what is no request is refused',
  async (t) => {
    for (const text of ['11010519491231002X', `my number is ${CERTIFICATE}`]) {
      const refused = await send({ kind: 'access', text });
      t.equal(refused.statusCode, 400);
      t.notMatch(refused.body, text);
    }
    t.equal((await send({ kind: 'everything' })).statusCode, 400);
    t.equal((await send({ kind: 'access', text: 'x'.repeat(1001) })).statusCode, 400);
    const statuses = [];
    for (let at = 0; at < 4; at += 1) statuses.push((await send({ kind: '' }, '192.0.2.200')).statusCode);
    t.strictSame(statuses, [400, 400, 400, 400]);
    for (let at = 0; at < 4; at += 1)
      statuses.push((await send({ kind: 'access' }, '192.0.2.201')).statusCode);
    t.strictSame(statuses.slice(4), [200, 200, 200, 429]);
    t.equal((await api.app.inject(`/physician/request/request_${'x'.repeat(43)}`)).statusCode, 404);
    t.equal(
      (await api.app.inject('/physician/request/1')).statusCode,
      404,
      'no address follows from the number',
    );
    const words = `your number ${CERTIFICATE}`;
    t.equal((await api.post(reviewer.cookie, `${QUEUE}/2/answer`, { words })).statusCode, 400);
    t.equal((await api.post(reviewer.cookie, `${QUEUE}/2/answer`, { words: '' })).statusCode, 400);
  },
);

t.test('an answer is put off once, with a reason, before its day is over', async (t) => {
  const words = 'The register is closed for a month.';
  t.equal((await api.post(reviewer.cookie, `${QUEUE}/2/extend`, { words })).statusCode, 303);
  t.match((await licet('list')).out, /^2 {2}access .*due 2027-02-16\n {2}put off: The register/m);
  const again = await api.post(reviewer.cookie, `${QUEUE}/2/extend`, { words });
  t.equal(again.statusCode, 409);
  t.match(again.body, /put off before/);
});

t.test(
  'what came by letter is due from the day it came in, and Today says what is overdue and soon due',
  async (t) => {
    const day = (before: number) => new Date(api.now() - before * DAY_MS).toISOString().slice(0, 10);
    const enter = (kind: string, receivedOn: string) => api.post(clerk.cookie, QUEUE, { kind, receivedOn });
    const entered = await enter('correction', day(30));
    t.equal(entered.statusCode, 201);
    const address = addressIn(entered.body);
    t.equal((await enter('access', day(25))).statusCode, 201);
    t.equal((await enter('access', day(-1))).statusCode, 400);
    const today = (await api.get(clerk.cookie, '/console')).body;
    t.match(today, /overdue<\/a>: 1</);
    t.match(today, /due within a week<\/a>: 1</);
    const queue = (await api.get(clerk.cookie, QUEUE)).body;
    t.match(queue, /2026-11-19">[^<]*<\/time>: overdue<\/strong>/);
    t.match(queue, /2026-11-24">[^<]*<\/time>: soon due<\/strong>/);
    const late = await api.post(reviewer.cookie, `${QUEUE}/5/extend`, { words: 'made up' });
    t.match(late.body, /not be put off any more/);
    t.equal(
      (await api.post(reviewer.cookie, `${QUEUE}/5/refuse`, { words: 'No proof came.' })).statusCode,
      303,
    );
    const told = await read(address);
    t.match(told, /No proof came\./);
    t.match(told, /You may complain/);
  },
);

t.test('the command line does the same, and what is closed is forgotten after ninety days', async (t) => {
  t.match(await licet('add', '--kind', 'erasure', '--received-on', '2026-11-20'), {
    code: 0,
    out: /request 7/,
  });
  t.match(await licet('add', '--kind', 'all'), { code: 2, err: /expected access, correction, erasure/ });
  t.match(await licet('answer', '7', '--by', 'Made-up Name'), { code: 2, err: /--text/ });
  t.match(await licet('extend', '99', '--by', 'Made-up Name', '--text', 'x'), { code: 2, err: /no request/ });
  t.match(await licet('refuse', '7', '--by', 'Made-up Name', '--text', 'made up'), { code: 0 });
  t.match(await licet('answer', '7', '--by', 'Made-up Name', '--text', 'x'), {
    code: 2,
    err: /closed already/,
  });
  t.match((await licet('list', '--closed')).out, /refused .* by Made-up Name: made up/);
  const closed = async () =>
    (await licet('list', '--closed', '--json')).out.trim().split('\n').filter(Boolean).length;
  t.equal(await closed(), 3);
  const state = openServiceState(api.data);
  t.teardown(state.close);
  const report = { at: '2026-11-20T00:00:00Z', about: 'x', text: 'made up', lang: 'en', generation: 1 };
  for (let at = 0; at < 2; at += 1) await state.errorReports.add(report, 10);
  const answered = { text: 'x', at: new Date(api.now()).toISOString(), by: 'Made-up Name' };
  t.ok(await state.errorReports.answer(1, answered));
  const said: unknown[] = [];
  const tell = (about: object): void => void said.push(about);
  let now = new Date(api.now() + 89 * DAY_MS);
  const look = openDailyForgetting({ data: api.data, clock: () => now, log: { info: tell, error: tell } });
  await look();
  t.equal(await closed(), 3);
  now = new Date(api.now() + 91 * DAY_MS);
  await look();
  t.equal(await closed(), 0);
  t.strictSame(said, [{ requests: 3, reports: 1 }]);
  t.equal((await state.errorReports.waiting(10)).length, 1, 'a report that waits is kept');
});
