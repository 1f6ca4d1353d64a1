import { join } from 'node:path';
import t from 'tap';
import { consoleOf } from '../../support/console.ts';
import { folderSource } from '../../support/folder-source.ts';
import { listNight, openApi, TODAY } from '../../support/operator-api.ts';

t.test('a reviewer sees why a list was refused and what changed, and accepts it with a reason', async (t) => {
  const api = await openApi(t);
  const id = 'cn-toyville-list';
  folderSource(api.catalogue, { id, expect: { rows: { min: 0, max: 100 }, maxDrop: 0.1 } });
  const { get, post, signedIn } = consoleOf({ ...api, now: () => TODAY.getTime() });
  await listNight(api, id, 10);
  const { id: run } = await listNight(api, id, 4);
  const [clerk, reviewer] = [
    await signedIn('Made-up Clerk', 'clerk'),
    await signedIn('Made-up Reviewer', 'reviewer'),
  ];
  t.match(
    (await get(clerk.cookie, '/console')).body,
    /What failed<\/h2><ul><li>[\s\S]*What waits[\s\S]*Refused<\/a>: 1/,
  );
  const at = join('/console/refused', `${run}`, id);
  t.match(
    (await get(clerk.cookie, '/console/refused')).body,
    new RegExp(`href="${at}"[\\s\\S]*4 rows after 10`),
  );
  const seen = await get(clerk.cookie, at);
  t.match(seen.body, /4 rows, where 10 are known now: 0 new, 0 changed, 6 gone/);
  t.match(seen.body, /Rows that are gone: the first 6[\s\S]*编造第9示例医院/);
  t.notMatch(seen.body, '<textarea', 'a clerk only looks');
  const page = /\/console\/pages\/[0-9a-f]{64}/.exec(seen.body)?.[0] ?? '';
  t.match((await get(clerk.cookie, page)).headers, {
    'content-security-policy': /sandbox/,
    'content-disposition': /attachment/,
  });
  t.match(await post(reviewer.cookie, at, { decision: 'accept', reason: 'x' }), {
    statusCode: 400,
    body: /3 to 500/,
  });
  t.equal((await get(reviewer.cookie, `/console/refused/999/${id}`)).statusCode, 404);
  const { store } = api.registry;
  const before = store.reader().generation;
  t.match(await post(reviewer.cookie, at, { decision: 'accept', reason: 'the list was cut to one city' }), {
    statusCode: 303,
    headers: { location: '/console/refused' },
  });
  t.equal(store.reader().generation, before + 1, 'answers at once');
  t.match(await store.runs(1, id), [
    { decidedBy: 'Made-up Reviewer', reason: 'the list was cut to one city' },
  ]);
  t.match((await get(reviewer.cookie, '/console/refused')).body, 'Nothing was refused');
  t.match((await get(reviewer.cookie, '/console')).body, /Every source was read[\s\S]*Nothing waits/);
  t.match((await api.licet('operator', 'log')).out, /Made-up Reviewer +run\.accept/);
  await listNight(api, id, 1);
  const uphold = (...more: string[]) =>
    api.licet('harvest', 'uphold', id, '--by', 'Made-up Reviewer', ...more);
  t.match(await uphold(), { code: 2, err: /--reason is missing/ });
  t.match(await uphold('--reason', 'the page was cut off'), { code: 0, out: /the refusal stands/ });
  t.match(await store.runs(1, id), [{ state: 'refused', reason: 'the page was cut off' }]);
  t.match(await uphold('--reason', 'once more'), { code: 2, err: /a person upheld this refusal/ });
  t.equal(store.reader().generation, before + 1, 'nothing else changes');
});
