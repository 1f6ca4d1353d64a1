import t from 'tap';
import { openLists } from '../support/partner-lists.ts';

/** What a PUT at this address is sent, so that nothing but the owner can be wrong. */
const puts = (path: string): object =>
  path.endsWith('/mail') ? { address: 'desk@agency.example' } : { url: 'https://agency.example/hook' };

const LIST = 'name,treatment\n北京协和医院,IVF\n,IVF\nRuijin Hospital,xyzzy\n';

t.test(
  'no partner ever sees, ends or forgets a list of another, and nobody without the scope sees any',
  async (t) => {
    const { app, post, ended, ask, other, keyOf, licet, key } = await openLists(t);
    const { id } = (await post(LIST)).json();
    await ended(id);
    const watching = await keyOf('Made-up Watcher', 'read,watch');
    const entries = [{ name: 'Ruijin Hospital' }];
    const watch = await ask('/v1/watches', {
      method: 'POST',
      key: watching,
      payload: JSON.stringify({ name: 'Made-up watch', entries }),
      headers: { 'content-type': 'application/json' },
    });
    t.equal(watch.statusCode, 201);
    const kinds = [
      {
        path: '/v1/batches',
        id,
        code: 'LICET_UNKNOWN_BATCH',
        narrow: await keyOf('Made-up Reader', 'read,watch,badge'),
        foreign: other,
      },
      {
        path: '/v1/watches',
        id: watch.json().id,
        code: 'LICET_UNKNOWN_WATCH',
        narrow: await keyOf('Made-up Lister', 'read,batch,badge'),
        foreign: await keyOf('Made-up Second Watcher', 'read,watch'),
      },
    ];
    type Document = { paths: Record<string, Record<string, { security?: Record<string, unknown>[] }>> };
    const { paths } = (await app.inject('/openapi.json')).json<Document>();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { security }]) =>
        path.startsWith('/v1/') && security?.some((one) => 'partner' in one) === true
          ? [{ method: method.toUpperCase() as 'GET', path }]
          : [],
      ),
    );
    t.ok(routes.length >= 18, 'every route that wants a key is walked');
    for (const { method, path } of routes) {
      const kind = kinds.find((one) => path.startsWith(one.path));
      if (kind === undefined) {
        t.fail(`${path} is of no kind that is walked here`);
        continue;
      }
      const url = path.replace('{id}', kind.id) + (path.endsWith('/replay') ? '?since=0' : '');
      const wrong = `licet_${'A'.repeat(43)}`;
      t.equal((await ask(url, { method, key: '' })).statusCode, 401, `${method} ${url} without a key`);
      t.equal((await ask(url, { method, key: wrong })).statusCode, 401, `${method} ${url}: wrong key`);
      const narrow = await ask(url, { method, key: kind.narrow });
      t.equal(narrow.statusCode, 403, `${method} ${url} without the scope`);
      if (url === path) continue;
      const payload = method === ('PUT' as string) ? { payload: JSON.stringify(puts(path)) } : {};
      const foreign = await ask(url, {
        method,
        key: kind.foreign,
        ...payload,
        headers: payload.payload === undefined ? {} : { 'content-type': 'application/json' },
      });
      t.match(foreign.json(), { status: 404, code: kind.code }, `${method} ${url} of another`);
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
    const begun = [];
    for (let at = 0; at < 5; at += 1) begun.push(await post(many));
    t.strictSame(
      begun.map(({ statusCode }) => statusCode),
      Array(5).fill(202),
    );
    const theirs = await ask('/v1/batches?file=b.csv', {
      method: 'POST',
      key: other,
      payload: 'name\nRuijin Hospital\n',
      headers: { 'content-type': 'text/csv' },
    });
    t.equal(theirs.statusCode, 202);
    await ended(theirs.json().id, other);
    const last = await ask(`/v1/batches/${begun.at(-1)?.json().id}`);
    t.equal(
      last.json().endedAt,
      null,
      'the last of five is still waiting when the other partner’s list is ended',
    );
  },
);
