import { setImmediate as turn } from 'node:timers/promises';
import t from 'tap';
import { openService } from '../support/app.ts';

const { app, close } = await openService();
t.teardown(close);

/** How often others have their turn while a request is answered. */
const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let [turns, ends] = [0, false];
  const others = (async () => {
    while (!ends) {
      await turn();
      turns += 1;
    }
  })();
  await work();
  ends = true;
  await others;
  return turns;
};

const names = Array.from({ length: 30 }, (_, at) => `编造示例第${at}医院`);

t.test('other requests have their turn between two questions of a batch', async (t) => {
  const payload = names.map((name) => ({ name }));
  for (const url of ['/v1/verify', '/v1/verify?partial=true']) {
    const turns = await turnsDuring(async () => {
      const { statusCode } = await app.inject({ method: 'POST', url, payload });
      t.equal(statusCode, 200);
    });
    t.ok(turns >= names.length, `${url}: ${turns} turns`);
  }
});

t.test('other requests have their turn between two questions that cannot be read', async (t) => {
  const payload = names.map((name) => ({ name, service: `made-up treatment ${name}` }));
  const turns = await turnsDuring(() => app.inject({ method: 'POST', url: '/v1/verify', payload }));
  t.ok(turns >= names.length, `${turns} turns`);
});

t.test('other requests have their turn between two names of a table', async (t) => {
  const queries = JSON.stringify(Object.fromEntries(names.map((query, at) => [`q${at}`, { query }])));
  const turns = await turnsDuring(async () => {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/reconcile',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ queries }).toString(),
    });
    t.equal(statusCode, 200);
  });
  t.ok(turns >= names.length, `${turns} turns`);
});
