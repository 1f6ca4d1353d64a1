import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import t from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import { TODAY } from '../support/app.ts';
import { openLists } from '../support/partner-lists.ts';

const LIST =
  '序号,医院名称,城市,治疗项目,备注\n1,北京协和医院,北京,IVF,=1+1\n2,,上海,,\n3,Ruijin Hospital,,xyzzy,\n';

t.test(
  'a list is taken, shown with the columns that are read, answered, and given back in every format',
  async (t) => {
    const { ask, post, ended, licet, data } = await openLists(t);
    const taken = await post(LIST, '?file=list.csv&lang=en');
    t.equal(taken.statusCode, 202);
    const batch = taken.json();
    t.equal(taken.headers.location, `/v1/batches/${batch.id}`);
    t.match(batch, {
      rows: 3,
      columns: [
        { column: 'A', field: 'reference' },
        { column: 'B', heading: '医院名称', field: 'name' },
        {},
        {},
      ],
    });
    const done = await ended(batch.id);
    t.match(done, {
      state: 'done',
      done: 3,
      generation: 1,
      asOf: '2026-11-21',
      counts: { rows: 3, bad: 2, waiting: 0, unknown: 1 },
    });
    const { rows, next } = (await ask(`/v1/batches/${batch.id}/rows?limit=2`)).json();
    t.equal(next, 2);
    t.match(rows, [
      {
        line: 2,
        given: { 医院名称: '北京协和医院' },
        result: { outcome: 'unknown', answer: /fertilisation/, problem: null },
      },
      { line: 3, result: { outcome: null, problem: /row 3: nobody is named/ } },
    ]);
    const rest = await ask(`/v1/batches/${batch.id}/rows?after=2`);
    t.match(rest.json(), { rows: [{ line: 4, result: { problem: /column D “治疗项目”/ } }], next: null });
    t.equal(rest.headers.link, undefined);
    const result = (format: string) => ask(`/v1/batches/${batch.id}/result?format=${format}`);
    const xlsx = await result('xlsx');
    t.match(xlsx.headers['content-disposition'], /filename="list\.licet\.xlsx"/);
    t.strictSame(read(xlsx.rawPayload).SheetNames, ['list', 'Summary']);
    const file = join(data, 'list.csv');
    writeFileSync(file, LIST);
    const out = join(data, 'out.ndjson');
    await licet('verify', '--file', file, '--out', out);
    const { readFileSync } = await import('node:fs');
    const plain = (text: string) => text.replaceAll('http://localhost:80/', '/');
    t.equal(
      plain((await result('ndjson')).body),
      readFileSync(out, 'utf8'),
      'word for word what the command writes',
    );
    t.match((await result('csv')).body, /^\uFEFF序号,医院名称/);
    t.match((await result('json')).json(), { summary: { rows: 3, bad: 2 } });
    t.match((await ask('/v1/batches')).json(), { batches: [{ id: batch.id }] });
    const state = openServiceState(data);
    const asked = [...(await state.demand.most(9)).values()];
    await state.close();
    t.strictSame(
      asked,
      [1, 1],
      'whom a row is about counts as asked for, also where its treatment cannot be read',
    );
  },
);

t.test('the same list handed in twice with one Idempotency-Key is one list', async (t) => {
  const { post, ended, ask } = await openLists(t);
  const once = { 'idempotency-key': '"night-2026-11-21"' };
  const first = await post(LIST, '?file=list.csv', once);
  const again = await post(LIST, '?file=list.csv', once);
  t.strictSame([first.statusCode, again.statusCode], [202, 200]);
  t.equal(again.json().id, first.json().id);
  t.match((await post(`${LIST}4,x,,,\n`, '?file=list.csv', once)).json(), {
    status: 422,
    code: 'LICET_IDEMPOTENCY_KEY_USED',
  });
  t.match((await post(LIST, '?file=list.csv&service=G06', once)).json(), {
    code: 'LICET_IDEMPOTENCY_KEY_USED',
  });
  t.equal((await post(LIST, '?file=list.csv', { 'idempotency-key': 'x y' })).statusCode, 400);
  await ended(first.json().id);
  t.equal((await ask('/v1/batches')).json().batches.length, 1);
});

t.test(
  'what cannot be taken is refused in the language of the caller, and nothing of it is kept',
  async (t) => {
    const { post, ask } = await openLists(t);
    const chinese = { 'accept-language': 'zh' };
    t.match((await post('name,Hospital name\nx,y\n', '?file=表.csv', chinese)).json(), {
      status: 422,
      code: 'LICET_LIST_UNREADABLE',
      title: '名单无法接收',
      detail:
        '表.csv：A列“name”和B列“Hospital name”含义相同（name）；请改名其中一列，或用 ?column=name=… 指明。',
    });
    t.match((await post('', '?file=表.csv', chinese)).json(), {
      status: 422,
      detail: '表.csv：文件是空的。',
    });
    t.match((await post('', '?file=list.csv')).json(), { detail: 'list.csv: the file is empty.' });
    t.match((await post('a,b\n1,2\n')).json(), { status: 422, detail: /no column names the hospital.*a, b/ });
    t.match((await post(Buffer.alloc(26 * 1_048_576))).json(), { status: 413 });
    t.match((await post(LIST, '?column=colour=x')).json(), { status: 400, errors: [{ field: '?column' }] });
    t.match((await post(LIST, '?format=pdf')).json(), { status: 400 });
    t.strictSame((await ask('/v1/batches')).json(), { batches: [] });
  },
);

t.test('a list can be cancelled or forgotten, and after 30 days it is gone with every row', async (t) => {
  let now = TODAY;
  const { post, ended, ask, licet } = await openLists(t, () => now);
  const many = `name\n${'北京协和医院\n'.repeat(3000)}`;
  const { id } = (await post(many)).json();
  const cancelled = (await ask(`/v1/batches/${id}/cancel`, { method: 'POST' })).json();
  t.match(cancelled, { state: 'cancelled' });
  t.ok(cancelled.done < 3000);
  const result = (await ask(`/v1/batches/${id}/result?format=csv`)).body;
  t.match(result, /not answered/, 'rows without an answer stay and say so');
  const other = (await post(LIST)).json().id;
  await ended(other);
  t.equal((await ask(`/v1/batches/${other}`, { method: 'DELETE' })).statusCode, 204);
  t.equal((await ask(`/v1/batches/${other}`)).statusCode, 404);
  t.equal((await ask(`/v1/batches/${other}`, { method: 'DELETE' })).statusCode, 404);
  now = new Date(TODAY.getTime() + 30 * 86_400_000);
  t.equal((await ask(`/v1/batches/${id}`)).statusCode, 404);
  t.strictSame((await ask('/v1/batches')).json(), { batches: [] });
  const log = (await licet('audit', 'log')).out;
  for (const act of ['batch.add', 'batch.cancel', 'batch.remove'])
    t.match(log, new RegExp(`partner Made-up Agency +${act} `));
});
