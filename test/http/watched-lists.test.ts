import { setImmediate } from 'node:timers/promises';
import t from 'tap';
import { openLists } from '../support/partner-lists.ts';

const LIST = [
  'ref,name,treatment,claim,date',
  'A 1,Ruijin Hospital,IVF,,',
  'A 2,,IVF,,',
  'A 3,北京协和医院,,jci,2026-01-01',
  'A 4,北京协和医院,,jci,',
].join('\n');

t.test(
  'a finished list is watched: its questions and references, without bad rows and past days',
  async (t) => {
    const { post, ended, ask, keyOf, other } = await openLists(t);
    const key = await keyOf('Made-up Insurer', 'batch,watch');
    const add = (payload: object, from = key) =>
      ask('/v1/watches', {
        method: 'POST',
        key: from,
        payload: JSON.stringify(payload),
        headers: { 'content-type': 'application/json' },
      });
    const headers = { 'content-type': 'text/csv' };
    const sent = await ask('/v1/batches?file=ours.csv&lang=zh', {
      method: 'POST',
      key,
      payload: LIST,
      headers,
    });
    const { id } = sent.json();
    // Between two looks the thread must have a turn: it is this one that answers the list.
    for (let state = 'waiting'; state !== 'done'; await setImmediate())
      state = (await ask(`/v1/batches/${id}`, { key })).json().state;
    const watch = await add({ batch: id });
    t.match(watch, { statusCode: 201 });
    t.match(watch.json(), { name: 'ours.csv', lang: 'zh', entries: 2, leftOut: 2, tell: ['verdict'] });
    const { page } = (await ask(`/v1/watches/${watch.json().id}`, { key })).json();
    t.match(page, [
      { reference: 'A 1', question: { institution: { name: 'Ruijin Hospital' }, service: /.+/ } },
      { reference: 'A 4', question: { institution: { name: '北京协和医院' }, claims: ['jci'] } },
    ]);
    t.match((await add({ batch: id, name: 'Ours', tell: ['licence'], lang: 'en' })).json(), {
      name: 'Ours',
      lang: 'en',
      tell: ['verdict', 'licence'],
    });
    const refused = async (payload: object, from?: string) => {
      const { statusCode, body } = await add(payload, from);
      return [statusCode, JSON.parse(body).code];
    };
    t.strictSame(await refused({ batch: 'list_nobody' }), [404, 'LICET_UNKNOWN_BATCH']);
    t.strictSame(await refused({ batch: 7 }), [404, 'LICET_UNKNOWN_BATCH']);
    t.strictSame(await refused({ batch: id, tel: [] }), [400, 'LICET_BAD_QUESTION']);
    t.strictSame(await refused({ batch: id, entries: [{ name: 'x' }] }), [400, 'LICET_BAD_QUESTION']);
    const rival = await keyOf('Made-up Second Insurer', 'batch,watch');
    t.strictSame(await refused({ batch: id }, rival), [404, 'LICET_UNKNOWN_BATCH']);
    t.strictSame(await refused({ batch: id }, await keyOf('Made-up Watcher', 'watch')), [
      403,
      'LICET_KEY_NOT_ALLOWED',
    ]);
    const empty = (await post('name\n,\nx\n')).json();
    await ended(empty.id);
    t.strictSame(await refused({ batch: empty.id }, other), [403, 'LICET_KEY_NOT_ALLOWED']);
  },
);
