import t from 'tap';
import { openLists } from '../support/partner-lists.ts';

const LIST = 'name,treatment\n北京协和医院,IVF\n,IVF\nRuijin Hospital,xyzzy\n';

t.test(
  'no partner ever sees, ends or forgets a list of another, and nobody without the scope sees any',
  async (t) => {
    const { app, post, ended, ask, other, keyOf, licet, key } = await openLists(t);
    const { id } = (await post(LIST)).json();
    await ended(id);
    const narrow = await keyOf('Made-up Reader', 'read,watch,badge');
    type Document = { paths: Record<string, Record<string, { security?: Record<string, unknown>[] }>> };
    const { paths } = (await app.inject('/openapi.json')).json<Document>();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { security }]) =>
        path.startsWith('/v1/') && security?.some((one) => 'partner' in one) === true
          ? [{ method: method.toUpperCase() as 'GET', url: path.replace('{id}', id) }]
          : [],
      ),
    );
    t.ok(routes.length >= 7, 'every route that wants a key is walked');
    for (const { method, url } of routes) {
      t.equal((await ask(url, { method, key: '' })).statusCode, 401, `${method} ${url} without a key`);
      t.equal(
        (await ask(url, { method, key: `licet_${'A'.repeat(43)}` })).statusCode,
        401,
        `${method} ${url} with a wrong key`,
      );
      t.equal(
        (await ask(url, { method, key: narrow })).statusCode,
        403,
        `${method} ${url} without the scope`,
      );
      if (!url.includes(id)) continue;
      t.match(
        (await ask(url, { method, key: other })).json(),
        { status: 404, code: 'LICET_UNKNOWN_BATCH' },
        `${method} ${url} of another`,
      );
    }
    t.strictSame((await ask('/v1/batches', { key: other })).json(), { batches: [] });
    t.match((await ask(`/v1/batches/${id}`)).json(), { state: 'done', done: 3 }, 'and it is as it was');
    await licet('partner', 'remove', 'Made-up Agency');
    t.equal((await ask(`/v1/batches/${id}`, { key })).statusCode, 401);
    const again = await keyOf('Made-up Agency');
    t.strictSame(
      (await ask('/v1/batches', { key: again })).json(),
      { batches: [] },
      'a partner of the same name begins anew',
    );
  },
);

t.test(
  'a partner may have five lists that are not ended; another partner is not kept waiting for them',
  async (t) => {
    const { post, ask, other, ended } = await openLists(t);
    const many = `name\n${'Ruijin Hospital\n'.repeat(2000)}`;
    const codes = [];
    for (let at = 0; at < 6; at += 1) codes.push((await post(many)).statusCode);
    t.strictSame(codes.slice(0, 5), Array(5).fill(202));
    const theirs = await ask('/v1/batches?file=b.csv', {
      method: 'POST',
      key: other,
      payload: 'name\nRuijin Hospital\n',
      headers: { 'content-type': 'text/csv' },
    });
    t.equal(theirs.statusCode, 202);
    const first = await Promise.race([
      ended((await ask('/v1/batches')).json().batches[0].id).then(() => 'the last of five'),
      (async () => {
        for (;;)
          if ((await ask(`/v1/batches/${theirs.json().id}`, { key: other })).json().endedAt !== null)
            return 'the other partner';
      })(),
    ]);
    t.equal(first, 'the other partner');
  },
);
