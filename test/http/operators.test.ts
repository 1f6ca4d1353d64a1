import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { problemSchema } from '../../schema/problem.ts';
import { operatorContradictions } from '../../src/http/operator/contradictions.ts';
import { readUpload } from '../../src/http/operator/read-upload.ts';
import { captureFormAnswer } from '../../src/http/operator/shapes.ts';
import { readSheets } from '../../src/readers/formats/sheet.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { capturedSource } from '../support/captured-source.ts';
import { folderSource } from '../support/folder-source.ts';
import { madeUpNumbers } from '../support/made-up.ts';
import { bareCell, formOf, ID, NAME, openApi, requestRows, TODAY } from '../support/operator-api.ts';

/** For the tests that record nothing, and the one behind them that does. */
const shared = await openApi(t);
folderSource(shared.catalogue, { id: 'cn-toyville-list' });

t.test('only a live token enters; all others are answered alike, counted, and never logged', async (t) => {
  const api = await openApi(t);
  const url = '/v1/operator/captures';
  t.equal((await api.send({ url })).statusCode, 200);
  for (const entry of readdirSync(api.data, { withFileTypes: true }).filter((one) => one.isFile()))
    t.notOk(readFileSync(join(api.data, entry.name)).includes(api.token), entry.name);
  const wrong = `licet_op_${'A'.repeat(43)}`;
  const bodies = new Set<string>();
  for (const given of ['', 'Bearer', `Bearer ${wrong}`, `Basic ${api.token}`, `Bearer ${api.token}x`]) {
    const refused = await api.send({ url }, given);
    t.equal(refused.statusCode, 401);
    t.match(refused.headers, { 'www-authenticate': /^Bearer/, 'cache-control': 'no-store' });
    t.ok(refused.headers['x-content-type-options']);
    const { instance: _, ...problem } = problemSchema.parse(refused.json());
    t.match(problem, { code: 'LICET_WRONG_TOKEN', detail: /licet operator add/ });
    bodies.add(JSON.stringify(problem));
  }
  t.equal((await api.send({ url: `${url}/${ID}?token=${api.token}` }, '')).statusCode, 401);
  t.match((await api.licet('operator', 'revoke', NAME)).out, /worth nothing/);
  const revoked = await api.send({ url });
  bodies.add(JSON.stringify((({ instance: _, ...rest }) => rest)(problemSchema.parse(revoked.json()))));
  t.equal(bodies.size, 1, 'missing, wrong and revoked look the same');
  const again = JSON.parse((await api.licet('operator', 'add', 'Made-up Second', '--json')).out).token;
  for (let at = 0; at < 5; at += 1) await api.send({ url }, `Bearer ${wrong}`);
  const late = await api.send({ url }, `Bearer ${wrong}`);
  t.equal(late.statusCode, 429);
  t.ok(late.headers['retry-after']);
  t.equal((await api.send({ url }, `bearer ${again}`)).statusCode, 200, 'nobody locks an operator out');
  const log = (await api.licet('operator', 'log')).out;
  t.match(api.log(), /"status":401/);
  for (const secret of [api.token, again, wrong]) t.notOk(`${api.log()}${log}`.includes(secret));
  t.match(log, /Made-up Second +captures.look[\s\S]*operator.revoke +Made-up Operator[\s\S]*captures.look/);
  t.match((await api.licet('operator', 'add', NAME)).err, /was given before.*licet operator renew/);
  t.match(
    (await api.licet('operator', 'list')).out,
    /Made-up Operator .*revoked[\s\S]*Made-up Second .*live until 2027-02-19/,
  );
});

t.test('a token ends of itself, and its operator is given another one in its place', async (t) => {
  const api = await openApi(t);
  const url = '/v1/operator/captures';
  const later = openServiceState(api.data);
  t.teardown(later.close);
  const live = async (at: string) => (await later.operators.live(at)).map(({ name }) => name);
  t.same(await live('2027-02-18T00:00:00.000Z'), [NAME]);
  t.same(await live('2027-02-20T00:00:00.000Z'), [], 'after 90 days');
  const renewed = JSON.parse((await api.licet('operator', 'renew', NAME, '--days', '7', '--json')).out);
  t.match(renewed.expiresAt, /^2026-11-28/);
  t.equal((await api.send({ url })).statusCode, 401, 'the token before is worth nothing');
  t.equal((await api.send({ url }, `Bearer ${renewed.token}`)).statusCode, 200);
  await api.licet('operator', 'revoke', NAME);
  t.match((await api.licet('operator', 'list')).out, /Made-up Operator .*revoked/);
  const { token } = JSON.parse((await api.licet('operator', 'renew', NAME, '--json')).out);
  t.equal((await api.send({ url }, `Bearer ${token}`)).statusCode, 200, 'a revoked one gets another one');
  t.match((await api.licet('operator', 'renew', 'Made-up Stranger')).err, /is no operator/);
  for (const days of ['0', '367', 'x'])
    t.match((await api.licet('operator', 'renew', NAME, '--days', days)).err, /--days .* expected 1 to 366/);
  t.match((await api.licet('operator', 'log')).out, /operator\.renew +Made-up Operator +done/);
});

t.test('a form says where to look, what to type, and gives the template in two forms', async (t) => {
  const api = shared;
  const shown = await api.send({ url: `/v1/operator/captures/${ID}?lang=zh` });
  const answer = captureFormAnswer.parse(shown.json());
  t.match(answer, { open: 'https://register.example.org/', type: '输入登记号' });
  t.match(answer.fields[0], { column: '登记号', kind: 'licence-number', meaning: /22位/, required: true });
  const csv = (await api.send({ url: answer.templates.csv })).body.replace('\uFEFF', '');
  t.equal(csv, (await api.licet('capture', ID, '--template')).out);
  const xlsx = await api.send({ url: answer.templates.xlsx });
  t.same(readSheets(new Uint8Array(xlsx.rawPayload))[0]?.rows[0], csv.trim().split(','));
});

t.test('whatever is wrong is refused by name, and written down', async (t) => {
  const api = shared;
  const cases = requestRows(join(import.meta.dirname, 'operator-bad-requests.md'));
  t.ok(cases.length > 20);
  for (const [what = '', method, address, body, code, field, helps = ''] of cases) {
    const sent =
      bareCell(body) === ''
        ? {}
        : { payload: bareCell(body), headers: { 'content-type': 'application/json' } };
    const url = bareCell(address).replace(':id', ID);
    const refused = await api.send({ method: method as 'GET' | 'POST', url, ...sent });
    const problem = problemSchema.parse(refused.json());
    t.equal(problem.code, code, what);
    t.equal(refused.statusCode, problem.status, what);
    t.match(refused.body.replaceAll('\\"', '"'), new RegExp(helps), what);
    if (bareCell(field) !== '')
      t.ok(
        problem.errors?.some((one) => one.field === bareCell(field)),
        `${what}: ${JSON.stringify(problem.errors)}`,
      );
  }
  t.match((await api.licet('operator', 'log')).out, /refused: LICET_CAPTURE_REFUSED/);
  t.equal((await api.registry.store.snapshots()).length, 0);
});

t.test('an upload is held to its parts, its bytes and its time', async (t) => {
  const api = shared;
  const refused = async (sent: Awaited<ReturnType<typeof formOf>>) => {
    const { code, status } = problemSchema.parse((await api.post('', sent)).json());
    return `${status} ${code}`;
  };
  const capture = '{"fields":{}}';
  t.equal(
    await refused(await formOf({ capture, page: [new Uint8Array(20 * 1_048_576 + 1), 'a.html'] })),
    '413 LICET_BODY_TOO_LARGE',
  );
  t.equal(
    await refused(await formOf({ file: [new Uint8Array(4 * 1_048_576 + 1), 'a.csv'] })),
    '413 LICET_BODY_TOO_LARGE',
  );
  t.equal(await refused(await formOf({ capture, other: ['x', 'a.html'] })), '400 LICET_BAD_QUESTION');
  t.equal(await refused(await formOf({ capture: '{"fields":' })), '400 LICET_BAD_JSON');
  t.equal(await refused(await formOf({ file: ['电话\n1\n', 'a.csv'] })), '422 LICET_CAPTURE_REFUSED');
  t.equal(
    await refused(await formOf({ file: [Buffer.from('PK\u0003\u0004broken'), 'a.xlsx'] })),
    '422 LICET_CAPTURE_REFUSED',
  );
  const whole = await formOf({ capture, page: ['<html></html>', 'a.html'] });
  t.equal(await refused({ ...whole, payload: whole.payload.subarray(0, 120) }), '400 LICET_BAD_REQUEST');
  t.equal(
    await refused({ ...whole, headers: { 'content-type': 'text/csv' } }),
    '415 LICET_WRONG_CONTENT_TYPE',
  );
  t.equal(
    await refused({ ...whole, headers: { 'content-type': 'multipart/form-data' } }),
    '400 LICET_BAD_REQUEST',
  );
  const never = {
    parts: async function* () {
      await new Promise(() => undefined);
      yield 1;
    },
  };
  const reply = { header: () => reply };
  await t.rejects(readUpload(never as never, reply as never, 20), { code: 'LICET_BODY_TOO_SLOW' });
});

t.test(
  'while another process publishes, nothing is recorded and the operator is told when to come again',
  async (t) => {
    const api = shared;
    const { licence } = madeUpNumbers('MA9YYYY1');
    const fields = { 登记号: licence, 机构名称: '编造示例医院', 有效期至: '2028-06-30' };
    const sent = api.json({ fields, asOf: '2026-11-20' });
    await api.registry.store.takeLease({ name: 'harvest', holder: 'another', now: TODAY, forMs: 60_000 });
    const busy = await api.post('', sent);
    t.match(problemSchema.parse(busy.json()), {
      code: 'LICET_BUSY',
      status: 503,
      detail: /another has been harvesting/,
    });
    t.ok(busy.headers['retry-after']);
    t.equal((await api.registry.store.snapshots()).length, 0);
    await api.registry.store.dropLease('harvest', 'another');
    t.equal((await api.post('', sent)).statusCode, 201);
  },
);

t.test('operators see of a disagreement also the words of the rows and where the pages lie', async (t) => {
  const api = await openApi(t);
  capturedSource(api.catalogue, 'cn-otherville-register');
  const one = madeUpNumbers('MA9YYYY1');
  const two = madeUpNumbers('MA9YYYY2');
  const fields = { 登记号: one.licence, 机构名称: '编造示例医院', 有效期至: '2028-06-30' };
  await api.post('', api.json({ fields: { ...fields, 统一社会信用代码: one.uscc }, asOf: '2026-11-20' }));
  const other = { ...fields, 统一社会信用代码: two.uscc };
  await api.post('', api.json({ fields: other, asOf: '2026-11-20' }), 'cn-otherville-register');
  const seen = await api.send({ url: '/v1/operator/contradictions' });
  const answer = operatorContradictions.parse(seen.json());
  t.match(answer.contradictions[0], { kind: 'identifier', about: 'uscc' });
  t.same(
    answer.contradictions[0]?.statements.map(({ words }) => words?.统一社会信用代码).sort(),
    [one.uscc, two.uscc].sort(),
  );
  const [plain] = (await api.app.inject('/v1/contradictions')).json().contradictions;
  t.notOk('words' in plain.statements[0], 'the public answer shows what any answer shows');
});
