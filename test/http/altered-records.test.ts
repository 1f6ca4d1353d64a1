import t from 'tap';
import { graft, tamper } from '../store/tamper.ts';
import { fewSources, metricsOf, openService, TODAY } from '../support/app.ts';

const threeIds = (data: string): readonly string[] =>
  tamper(data, (db) =>
    db
      .prepare<[], string>('SELECT institution_id FROM dossier ORDER BY institution_id LIMIT 3')
      .pluck()
      .all(),
  );

t.test('a licence grafted into another record is a fault of ours, never a verdict', async (t) => {
  let ids: readonly string[] = [];
  const graftFirst = (data: string): void => {
    ids = threeIds(data);
    graft(data, ids[0] ?? '', ids[1] ?? '');
  };
  const { app, log, close } = await openService(
    { log: 'info', baseUrl: 'https://licet.example' },
    fewSources,
    () => TODAY,
    graftFirst,
  );
  t.teardown(close);
  const [onto, , whole] = ids;
  const get = async (url: string) => (await app.inject({ url })).payload;
  t.match(JSON.parse(await get('/readyz')), { status: 'ready' });
  const answer = await app.inject({ url: `/v1/verify?id=${onto}` });
  t.equal(answer.statusCode, 500);
  t.match(answer.json(), { code: 'LICET_RECORD_ALTERED' });
  t.equal(answer.headers['cache-control'], 'no-store');
  t.equal((await app.inject({ url: `/v1/institutions/${onto}` })).statusCode, 500);
  const badge = await app.inject({ url: `/badge/${onto}.svg` });
  t.equal(
    badge.headers['x-licet-status'],
    '503',
    'a picture is sent with 200, and says that nothing is known',
  );
  t.notMatch(badge.payload, /<metadata/, 'no seal either');
  t.equal((await app.inject({ url: `/v1/verify?id=${onto}` })).statusCode, 500, 'however often it is asked');
  t.match(log(), new RegExp(`"institution":"${onto}".*does not match its hash`));
  t.match(JSON.parse(await get('/readyz')), { status: 'degraded', alteredRecords: 1 });
  t.match(await metricsOf(app), /^licet_altered_records 1$/m);
  t.equal((await app.inject({ url: `/v1/verify?id=${whole}` })).statusCode, 200, 'others are answered');
});

t.test('every record as a night compiles it matches its hash', async (t) => {
  const { store, close } = await openService({}, fewSources);
  t.teardown(close);
  const reader = store.reader();
  let read = 0;
  for (const id of await reader.institutionIds(null, 100_000)) if (await reader.dossier(id)) read += 1;
  t.ok(read > 1000, `${read} read`);
  t.equal(reader.altered?.size, 0);
});

t.test('a generation that is not what was published is named by /readyz', async (t) => {
  const edit = (data: string): void => {
    tamper(data, (db) => db.exec("UPDATE generation SET at = '2026-01-01T00:00:00.000Z'"));
  };
  const { app, close } = await openService({}, fewSources, () => TODAY, edit);
  t.teardown(close);
  t.match((await app.inject({ url: '/readyz' })).json(), {
    status: 'degraded',
    generations: 'generation 1 is not what was published',
  });
});
