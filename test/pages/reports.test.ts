import t from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example' }, fewSources);
const { app, data } = service;
/** As another process would open it. */
const state = openServiceState(data);
t.teardown(async () => {
  await state.close();
  await service.close();
});

const send = (payload: string) =>
  app.inject({
    method: 'POST',
    url: '/report',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  });

t.test('a report goes to the operator, without the sender, and no personal number is kept', async (t) => {
  t.equal((await send('about=/hospitals/test-confirmed&text=The+address+is+old')).statusCode, 200);
  t.equal((await send('about=&text=x')).statusCode, 400);
  const personal = await send('about=x&text=11010519491231002X');
  t.equal(personal.statusCode, 400);
  t.notMatch(personal.body, '11010519491231002X');
  for (let sent = 0; sent < 5; sent += 1) await send(`about=x&text=again+${sent}`);
  t.equal((await send('about=x&text=once+more')).statusCode, 429);
  const kept = await state.errorReports.waiting(100);
  t.strictSame(kept[0], {
    id: 1,
    at: TODAY.toISOString(),
    about: '/hospitals/test-confirmed',
    text: 'The address is old',
    lang: 'en',
    generation: 1,
    kind: 'error',
    file: null,
    site: null,
    answer: null,
  });
  t.notMatch(JSON.stringify(kept), '11010519491231002X');
});

t.test('the operator reads reports on the command line and removes them', async (t) => {
  const run = (...args: string[]) => runHere(data, ['report', ...args]);
  const before = await state.errorReports.waiting(100);
  t.match((await run('list')).out, /^1 {2}2026-11-21T08:00:00.000Z {2}en[\s\S]*The address is old/);
  const lines = (await run('list', '--json')).out.trim().split('\n');
  t.strictSame(
    lines.map((line) => JSON.parse(line)),
    before,
  );
  t.match(await run('remove', '1', '99'), { code: 0, out: '1 of 2 removed\n' });
  t.match(await run('remove', 'all'), { code: 2, err: /<number> all is no number of a report/ });
  t.strictSame(await state.errorReports.waiting(100), before.slice(1));
  await run('remove', ...before.map(({ id }) => String(id)));
  t.equal((await run('list')).out, 'no report waits\n');
});

t.test('a full queue takes no report, and loses none', async (t) => {
  const report = { at: TODAY.toISOString(), about: 'x', text: 'made up', lang: 'en', generation: 1 };
  const added = [];
  for (let at = 0; at < 3; at += 1) added.push(await state.errorReports.add(report, 2));
  t.strictSame(added, [true, true, false]);
  t.equal((await state.errorReports.waiting(100)).length, 2);
});
