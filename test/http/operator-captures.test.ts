import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { problemSchema } from '../../schema/problem.ts';
import { captureAnswer, refusalsAnswer } from '../../src/http/operator/shapes.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { openOperatorWorker } from '../../src/jobs/operator/worker-client.ts';
import { runHere } from '../cli/run-licet.ts';
import { pdfDocument, workbook } from '../support/documents.ts';
import { folderSource } from '../support/folder-source.ts';
import { madeUpNumbers } from '../support/made-up.ts';
import {
  AS_OF,
  formOf,
  hurried,
  ID,
  listNight,
  NAME,
  openApi,
  png,
  row,
  saved,
  TODAY,
  typed,
} from '../support/operator-api.ts';

const one = madeUpNumbers('MA9YYYY1');
const two = madeUpNumbers('MA9YYYY2');
t.test(
  'a dry run shows what will change; the real one answers at once, with the CLI’s own bytes',
  async (t) => {
    const api = await openApi(t, {}, openOperatorWorker);
    const form = await formOf({ capture: typed(one), page: [saved(one), 'page.html'] });
    const dry = captureAnswer.parse((await api.post('?dryRun=true', form)).json());
    t.match(dry, { recorded: false, run: null, by: NAME });
    t.match(dry.rows, [{ state: 'good', problems: [], notInProof: [] }]);
    t.match(dry.rows[0]?.changes[4], { column: '有效期至', before: null, after: '2028-06-30' });
    t.equal((await api.verify(one.licence)).outcome, 'unknown', 'nothing was written');
    t.equal((await api.registry.store.snapshots()).length, 0);
    const made = await api.post('', form);
    t.equal(made.statusCode, 201);
    const answer = captureAnswer.parse(made.json());
    const verdict = await api.verify(one.licence);
    t.equal(verdict.outcome, 'confirmed');
    t.match(verdict.checks[0]?.evidence, [{ how: 'captured', asOf: AS_OF, sha256: answer.rows[0]?.sha256 }]);
    t.notMatch(JSON.stringify(verdict), NAME, 'who looked is kept, not published');
    const { store, archive } = api.registry;
    t.match(await store.runs(1), [{ decidedBy: NAME, state: 'accepted', night: answer.run }]);
    t.match((await store.snapshots())[0]?.details, {
      asOf: AS_OF,
      proof: answer.proof?.sha256,
      proofRead: 'text',
    });
    t.ok(await archive.has(answer.proof?.sha256 ?? ''));
    t.match(
      (await api.licet('operator', 'log', '--json')).out,
      new RegExp(`"about":"${ID}","request":"[^"]+","outcome":"recorded`),
    );
    const other = api.data;
    writeFileSync(join(other, 'page.html'), saved(one));
    const fields = Object.entries(row(one)).flatMap(([name, value]) => ['--field', `${name}=${value}`]);
    const by = ['--as-of', AS_OF, '--by', NAME, '--page', join(other, 'page.html'), '--json', '--yes'];
    const command = ['capture', ID, ...fields, ...by];
    await runHere(join(other, 'cli'), command, { catalogue: api.catalogue }, () => TODAY);
    const cli = await openFolder(join(other, 'cli'));
    t.same(await cli.store.snapshots(), await store.snapshots(), 'the same evidence, byte for byte');
    await cli.close();
  },
);

t.test(
  'the saved page is searched for what was typed; the page of another hospital is refused unless forced',
  async (t) => {
    const api = await openApi(t);
    const look = async (
      page: readonly [Uint8Array | string, string],
      more: object = {},
      query = '?dryRun=true',
    ) => api.post(query, await formOf({ capture: typed(one, more), page }));
    const warned = captureAnswer.parse((await look(['<html><p>编造示例医院</p></html>', 'a.html'])).json());
    t.same(warned.rows[0]?.notInProof, ['登记号', '统一社会信用代码', '有效期至', 'as_of']);
    t.match(warned.rows[0], { state: 'good', warnings: [/登记号: not found in the proof/] });
    const other = await look([saved(two), 'b.html'], {}, '');
    t.equal(other.statusCode, 422);
    const { errors = [] } = problemSchema.parse(other.json());
    t.match(errors[0], {
      field: '/fields/登记号',
      problem: new RegExp(`shows ${two.licence}, not ${one.licence}.*--force`),
    });
    const because = 'the page shows the number of the parent';
    t.equal((await look([saved(two), 'b.html'], { force: true, because }, '')).statusCode, 201);
    t.match(await api.registry.store.runs(1), [{ decidedBy: NAME, reason: because }]);
    const kept = (await api.registry.store.snapshots())[0]?.details;
    t.match(kept, { notInProof: /^登记号、统一社会信用代码$/, proofContradicts: 'forced' });
    const pdf = pdfDocument([[50, 700, `${one.licence} ${one.uscc} 2028-06-30`]]);
    const read = captureAnswer.parse((await look([pdf, 'c.pdf'])).json());
    t.same(read.rows[0]?.notInProof, ['机构名称', 'as_of']);
    const seen = captureAnswer.parse((await look([png(), 'd.png'])).json());
    t.match(seen.rows[0], {
      state: 'good',
      notInProof: [],
      warnings: [/picture, which Licet does not read/],
    });
    for (const [page, says] of [
      [[saved(one), 'e.png'], /no PNG but HTML/],
      [[png().subarray(0, 40), 'f.png'], /damaged or cut short/],
      [[png(), 'g.html'], /no HTML but PNG/],
      [['', 'h.html'], /empty/],
      [[saved(one), 'i.exe'], /no known form/],
    ] as const) {
      const refused = await look(page);
      t.match(problemSchema.parse(refused.json()), {
        code: 'LICET_CAPTURE_REFUSED',
        errors: [{ field: '/page', problem: says }],
      });
    }
  },
);

t.test('a bulk file is taken whole or not at all, or with partial=true the good rows', async (t) => {
  const api = await openApi(t);
  const header = (await api.licet('capture', ID, '--template')).out.trim();
  const line = (licence: string) => [licence, '编造示例医院', '', '', '2028-06-30', AS_OF];
  const file = (rows: readonly (readonly string[])[]) =>
    `${[header, ...rows.map((cells) => cells.join(','))].join('\n')}\n`;
  const rows = [line(one.licence), line('nonsense'), line(two.licence), line(one.licence)];
  const form = await formOf({ file: [file(rows), 'rows.csv'] });
  const none = await api.post('', form);
  const { errors = [] } = problemSchema.parse(none.json());
  t.match(errors, [
    { field: '/file/3/登记号' },
    { field: '/file/5', problem: /row 2 is about the same key/ },
  ]);
  t.equal((await api.registry.store.snapshots()).length, 0);
  const some = captureAnswer.parse((await api.post('?partial=true', form)).json());
  t.same(
    some.rows.map(({ row: at, state }) => [at, state]),
    [
      [2, 'good'],
      [3, 'not-taken'],
      [4, 'good'],
      [5, 'not-taken'],
    ],
  );
  t.equal((await api.verify(two.licence)).outcome, 'confirmed');
  const three = madeUpNumbers('MA9YYYY3');
  const book = workbook([header.split(','), line(three.licence)]);
  t.equal((await api.post('', await formOf({ file: [book, 'rows.xlsx'] }))).statusCode, 201);
  t.equal((await api.verify(three.licence)).outcome, 'confirmed');
});

t.test(
  'a refused edition is decided by a person who says why; a decision holds for that run alone',
  async (t) => {
    const api = await openApi(t);
    const id = 'cn-toyville-list';
    folderSource(api.catalogue, { id, expect: { rows: { min: 0, max: 100 }, maxDrop: 0.1 } });
    const { store } = api.registry;
    const night = (rows: number) => listNight(api, id, rows);
    const refusals = async () =>
      refusalsAnswer.parse((await api.send({ url: '/v1/operator/refusals' })).json()).refusals;
    const decide = async (run: number, what: string, reason = 'half of the list moved away') =>
      api.send({ ...api.json({ reason }), url: `/v1/operator/runs/${run}/${what}` });
    await night(10);
    const { id: run } = await night(4);
    const [refused] = await refusals();
    t.match(refused, { run, source: id, rows: 4, upheld: false, refusals: [/4 rows after 10/] });
    const page = await api.send({ url: `/v1/operator/pages/${refused?.pages[0]?.sha256}` });
    t.match(page.headers, { 'content-security-policy': /sandbox/, 'content-disposition': /attachment/ });
    t.equal(page.json().length, 4);
    t.match((await decide(run, 'refuse')).json(), { decision: 'refuse', source: id, by: NAME });
    t.match(await refusals(), [{ upheld: true }]);
    t.match((await decide(run, 'accept')).json(), { code: 'LICET_CANNOT_DECIDE' });
    const { id: again } = await night(4);
    t.match((await decide(run, 'accept')).json(), { code: 'LICET_CANNOT_DECIDE' }, 'only the newest run');
    const before = store.reader().generation;
    t.match((await decide(again, 'accept')).json(), { decision: 'accept', generation: before + 1 });
    t.equal(store.reader().generation, before + 1, 'answers at once');
    t.match(await store.runs(1, id), [
      { state: 'accepted', decidedBy: NAME, reason: 'half of the list moved away' },
    ]);
    t.match((await api.licet('operator', 'log')).out, /run.accept[\s\S]*run.refuse/);
  },
);

t.test('what fails half-way, or takes too long, leaves nothing behind', async (t) => {
  const api = await openApi(t);
  await t.rejects(hurried(api), { code: 'LICET_CAPTURE_REFUSED' });
  rmSync(join(api.data, 'archive'), { recursive: true, force: true });
  writeFileSync(join(api.data, 'archive'), 'a disk that takes no page');
  const failed = await api.post('', await formOf({ capture: typed(one), page: [saved(one), 'page.html'] }));
  t.match(failed.json(), { code: 'LICET_INTERNAL' });
  t.equal((await api.registry.store.snapshots()).length, 0);
  t.equal((await api.verify(one.licence)).outcome, 'unknown');
  t.match(
    (await api.licet('operator', 'log')).out,
    /refused: a fault of ours[\s\S]*captures.look .*never ended/,
  );
  t.notMatch(api.log(), one.licence);
});
