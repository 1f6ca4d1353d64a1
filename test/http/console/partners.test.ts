import t from 'tap';
import { openServiceState } from '../../../src/store/open-store.ts';
import { toldOf } from '../../../src/watch/told.ts';
import { openConsole } from '../../support/console.ts';

const api = await openConsole(t, {}, undefined, { checkNow: async () => 'absent' });
const state = openServiceState(api.data);
t.teardown(state.close);
const { cookie } = await api.signedIn('Made-up Administrator', 'administrator');
const PARTNERS = '/console/partners';
const name = 'Made-up Agency';
const OWN = `${PARTNERS}/${encodeURIComponent(name)}`;
const keyIn = (body: string): string => /licet_[\w-]{43}/.exec(body)?.[0] ?? '';
const works = async (key: string): Promise<number> =>
  (await api.app.inject({ url: '/v1/batches', headers: { authorization: `Bearer ${key}` } })).statusCode;
const act = (what: string, form: Readonly<Record<string, string>> = {}) =>
  api.post(cookie, `${PARTNERS}/${what}`, { name, ...form });
/** The page of the partner, tags left out. */
const shown = async (): Promise<string> => (await api.get(cookie, OWN)).body.replace(/<[^>]*>/g, ' ');

t.test('an administrator gives a partner keys, each shown once, and ends them', async (t) => {
  const added = await api.post(cookie, PARTNERS, { name, 'scope-read': '1', 'scope-batch': '1' });
  t.equal(added.statusCode, 201);
  const first = keyIn(added.body);
  t.equal(await works(first), 200);
  for (const page of [PARTNERS, OWN]) t.notMatch((await api.get(cookie, page)).body, first);
  t.equal((await api.post(cookie, PARTNERS, { name, 'scope-read': '1' })).statusCode, 409);
  t.equal((await api.post(cookie, PARTNERS, { name: 'Made-up Rival' })).statusCode, 400, 'no scope');
  t.equal((await api.post(cookie, PARTNERS, { name: 'agency.example', 'scope-read': '1' })).statusCode, 400);
  const second = keyIn((await act('rotate')).body);
  t.strictSame([await works(first), await works(second)], [200, 200], 'both for a week');
  t.equal((await act('rotate', { name: 'nobody' })).statusCode, 404);
  t.equal((await act('rotate', { days: '9999' })).statusCode, 400);
  t.equal((await act('rotate', { shown: '1' })).statusCode, 400, 'all scopes were taken away');
  const terms = { shown: '1', 'scope-batch': '1', days: '30', overlap: '7', quota: '2' };
  const third = keyIn((await act('rotate', terms)).body);
  t.strictSame([await works(third), await works(third), await works(third)], [200, 200, 429]);
  t.match((await act('revoke', { key: '1' })).body, 'It is done');
  t.strictSame([await works(first), await works(second)], [401, 200], 'one key ended, the others go on');
  t.equal((await act('revoke', { key: '1' })).statusCode, 404);
  t.match(await shown(), /Key 3 of +21 November 2026 +batch +live until +21 December 2026 +2 a minute/);
});

t.test('it says what was used today and in a week, by key, with what the quota refused', async (t) => {
  t.match((await api.get(cookie, OWN)).body, />2 a minute<br>today 3, 1 of them refused<br>in seven days 3/);
  t.match((await api.get(cookie, PARTNERS)).body, /data-label="Requests today ">7, 1 of them refused</);
  t.match((await api.licet('partner', 'show', name)).out, /key 3 +today +3 requests +1 refused by its quota/);
  const kept = await state.partnerUsage.since('2026-11-21');
  await state.partnerUsage.add([{ key: 1, day: '2026-08-01', requests: 1, refused: 0 }], '2026-08-21');
  t.strictSame(await state.partnerUsage.since('2026-01-01'), kept, 'old days are forgotten');
});

t.test('domains are added, looked at and taken off; nobody takes one of somebody else', async (t) => {
  t.equal((await act('domains', { domain: 'no domain' })).statusCode, 400);
  t.equal((await act('domains', { domain: 'agency.example' })).statusCode, 201);
  t.match(await shown(), /agency\.example +Not proven.*licet-site=[0-9a-f]{32}/s);
  t.match((await act('domains/check', { domain: 'agency.example' })).body, /role="status"/);
  t.equal((await act('domains', { domain: 'seen.example', seen: '1' })).statusCode, 201);
  t.ok(await state.sites.isBound('seen.example'));
  await api.post(cookie, PARTNERS, { name: 'Made-up Rival', 'scope-badge': '1' });
  const taken = { name: 'Made-up Rival', domain: 'seen.example', seen: '1' };
  t.equal((await act('domains', taken)).statusCode, 409);
  t.equal((await act('domains/remove', taken)).statusCode, 404);
  t.match((await api.get(cookie, PARTNERS)).body, '1 proven, 1 waiting');
  t.equal((await act('domains/remove', { domain: 'seen.example' })).statusCode, 200);
  t.notOk(await state.sites.isBound('seen.example'));
});

t.test('deliveries are seen with what failed, and sent again', async (t) => {
  const at = new Date(api.now()).toISOString();
  const watch = {
    id: 'made-up-watch',
    partner: name,
    name: 'Made-up list',
    lang: 'en',
    tell: ['verdict'],
  } as const;
  t.match(await shown(), 'No watch.');
  const entry = { question: { institution: { id: 'test-confirmed' }, claims: [] }, reference: null };
  await state.watches.add({ ...watch, createdAt: at }, [entry, entry], 20);
  await state.watchHooks.put({
    watch: watch.id,
    url: 'https://agency.example/hook/s3cret',
    secret: 'x',
    since: at,
  });
  await state.watchMail.ask(watch.id, 'desk@agency.example', 'made-up', at);
  const told = toldOf((await api.app.inject('/v1/verify?id=test-confirmed')).json());
  const basis = { key: 'made up', generation: 1 };
  const events = (await state.watches.stale(basis, 10)).map((one) => ({
    entry: one,
    told,
    event: {
      ...{ watch: watch.id, at, entry: one.number, reference: null, question: one.question, changed: [] },
      ...{
        before: told,
        after: told,
        why: { moved: [], reasons: [], gone: [] },
        answer: 'https://x.example',
      },
    },
  }));
  t.equal(await state.watches.tell(events, basis), 2);
  const [sent] = await state.watchHooks.take(at, at, 1);
  t.equal(sent, undefined, 'a partner whose key may not watch is sent nothing');
  await act('rotate', { shown: '1', 'scope-watch': '1' });
  const [due] = await state.watchHooks.take(at, at, 1);
  const attempt = { watch: watch.id, attempts: 0, at, delivered: false, last: '500', again: null };
  await state.watchHooks.settle({ ...attempt, id: due?.id ?? 0, restUntil: null, stop: null });
  const page = await shown();
  t.match(page, /Sent to agency\.example\..*its reader was asked.*Change 1.*given up.*500/s);
  t.notMatch(page, /s3cret|desk@/, 'neither the secret part of an address nor whom a partner tells by mail');
  t.match((await api.get(cookie, PARTNERS)).body, /<strong>1 waiting, 1 given up, 0 receivers stopped/);
  t.equal((await act('replay', { watch: watch.id, since: 'x' })).statusCode, 404);
  t.equal((await act('replay', { watch: 'another', since: '0' })).statusCode, 404);
  t.match((await act('replay', { watch: watch.id, since: '1' })).body, '1 event is sent again');
  t.match(await api.licet('partner', 'replay', name, watch.id, '--after', '0'), {
    out: '2 events are sent again\n',
  });
  const [waiting] = await state.watchHooks.take(at, at, 1);
  const gone = {
    ...attempt,
    id: waiting?.id ?? 0,
    last: '410',
    again: at,
    restUntil: null,
    stop: '410 Gone',
  };
  await state.watchHooks.settle(gone);
  t.match(await shown(), /Nothing is sent to agency\.example any more.*Start sending again/s);
  t.equal((await act('start', { watch: 'another' })).statusCode, 404);
  t.match((await act('start', { watch: watch.id })).body, 'What waits for the receiver is on its way');
  t.match(await state.watchHooks.take(at, at, 1), [{ id: waiting?.id, attempts: 0 }], 'and nothing is lost');
  await state.watchHooks.settle(gone);
  t.match(await api.licet('partner', 'start', name, watch.id), { out: 'its receiver is sent to again\n' });
  t.match(await state.watchHooks.of(watch.id), { stopped: null });
  t.match(await api.licet('partner', 'start', name, 'another'), { code: 2, err: /no watch of this partner/ });
  t.match(
    (await api.licet('partner', 'deliveries', name)).out,
    /to agency\.example\n.*event 1 +given-up +1 tries/s,
  );
  t.match(await api.licet('partner', 'replay', name, watch.id), { code: 2, err: /--after/ });
});

t.test('all of it is on record, and one who ends a partner ends all its keys', async (t) => {
  t.match(await api.licet('partner', 'revoke', name, '--key', '9'), { code: 2, err: /no live key 9/ });
  t.match(await api.licet('partner', 'revoke', name, '--key', '2'), { code: 0, out: /^1 keys/ });
  t.equal((await act('revoke')).statusCode, 200);
  t.match(await shown(), 'revoked on');
  const { out } = await api.licet('operator', 'log', '--limit', '100');
  for (const line of [
    /partner\.revoke +Made-up Agency, key 1 /,
    /site\.put +Made-up Agency, seen\.example, seen/,
  ])
    t.match(out, line);
  t.match(out, /webhook\.replay +Made-up Agency, made-up-watch +done/);
  await api.licet('partner', 'remove', name);
  t.equal((await state.partnerUsage.since('2026-01-01')).length, 0, 'its counts go with it');
  t.equal((await api.get(cookie, OWN)).statusCode, 404);
});
