import t from 'tap';
import { openConsole } from '../../support/console.ts';
import { madeUpLicence } from '../../support/made-up.ts';
import { formOf } from '../../support/operator-api.ts';
import { earlierDetail, madeUpHospital } from '../../support/saved-pages.ts';

const api = await openConsole(t);
const clerk = await api.signedIn('Made-up Clerk', 'clerk');
const reviewer = await api.signedIn('Made-up Reviewer', 'reviewer');
const AT = '/console/captures/cn-nhc-institutions';

const from = { host: 'localhost', origin: 'http://localhost', 'accept-language': 'en' };
const send = async (parts: Parameters<typeof formOf>[0], url = `${AT}/file`, cookie = clerk.cookie) => {
  const { headers, ...form } = await formOf(parts);
  return api.app.inject({ ...form, url, headers: { ...headers, ...from, cookie } });
};
const inputsOf = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
const outcome = async (licence: string): Promise<string> =>
  (await api.app.inject(`/v1/verify?licenceNumber=${licence}`)).json().outcome;

const template = (await api.get(clerk.cookie, `${AT}/template.csv`)).body.replace('\uFEFF', '').trim();
const headings = template.split(',');
const licences = [701, 702, 703].map((serial) => madeUpLicence(serial, '310115'));
/** A line of the template for a made-up hospital; columns by their Chinese heading. */
const lineOf = (at: number, over: Readonly<Record<string, string>> = {}): string => {
  const cells: Readonly<Record<string, string>> = {
    机构名称: `编造第${at}批量医院`,
    登记号: licences[at] ?? '',
    省份: '上海市',
    审批机关: '编造示例区卫生健康委员会',
    地址: `上海市浦东新区编造路${at}号`,
    级别: '三级',
    有效期起: '2021-03-01',
    有效期止: '2036-02-28',
    查看日期: '2026-11-20',
    ...over,
  };
  return headings.map((heading) => cells[heading.split(' / ')[0] ?? ''] ?? '').join(',');
};
const fileOf = (...lines: readonly string[]): readonly [string, string] => [
  [template, ...lines].join('\n'),
  'rows.csv',
];
const check = (...lines: readonly string[]) => send({ lookedOn: '', file: fileOf(...lines) });
const record = (form: Readonly<Record<string, string>>) => api.post(clerk.cookie, `${AT}/file/record`, form);

t.test(
  'a template is filled in, its rows are shown with what they change, and one yes records them',
  async (t) => {
    t.match(template, '登记号 / Licence number', 'headings in both languages');
    const book = await api.get(clerk.cookie, `${AT}/template.xlsx`);
    t.equal(book.rawPayload.subarray(0, 2).toString(), 'PK');
    t.match((await api.get(clerk.cookie, '/console/captures')).body, `${AT}/file`);
    const shown = await check(lineOf(0), lineOf(1));
    t.match(
      shown.body,
      /rows\.csv: 2 rows, 2 of them can be taken[\s\S]*Yes, record all 2 rows[\s\S]*new: not on record so far/,
    );
    t.equal(await outcome(licences[0] ?? ''), 'unknown', 'nothing is recorded by looking');
    t.match(await record(inputsOf(shown.body)), { statusCode: 303, headers: { location: /done=recorded/ } });
    for (const licence of licences.slice(0, 2)) t.equal(await outcome(licence), 'confirmed');
    const again = await check(lineOf(0, { 级别: '二级' }));
    t.match(again.body, /级别: 三级 → 二级/);
  },
);

t.test(
  'rows with something wrong come first and are left out; what is no such file is refused in a sentence',
  async (t) => {
    const shown = (await check(lineOf(0), lineOf(2, { 登记号: '123' }), lineOf(2))).body;
    t.match(shown, /3 rows, 2 of them can be taken[\s\S]*Record 2 rows and leave 1 out/);
    t.ok(shown.indexOf('is no 登记号') < shown.indexOf('new: not on record'), 'the wrong one first');
    t.match(await check(lineOf(2, { 登记号: '123' })), { body: /No row can be taken/ });
    t.match(await send({ lookedOn: '', file: ['a,b\n1,2', 'rows.csv'] }), {
      statusCode: 422,
      body: /none of the template/,
    });
    t.match(await send({ lookedOn: '' }), { statusCode: 422, body: /Choose a file/ });
    t.equal((await send({ lookedOn: '', file: [Buffer.alloc(5e6, 'a'), 'rows.csv'] })).statusCode, 413);
    t.equal((await api.get(clerk.cookie, '/console/captures/cn-nobody/file')).statusCode, 404);
  },
);

t.test('a file that names somebody by number is kept nowhere', async (t) => {
  const { body } = await check(lineOf(2), lineOf(1, { 地址: '11010519491231002X' }));
  t.match(body, /the file was not kept/);
  t.equal(inputsOf(body).sha256, undefined);
  t.notMatch(body, '11010519491231002X');
});

t.test('nothing else is recorded than was shown', async (t) => {
  const { body } = await check(lineOf(2));
  const form = inputsOf(body);
  t.match(await record({ ...form, lookedOn: '2026-11-19' }), { statusCode: 200, body: /name="mark"/ });
  t.match(await record({ ...form, sha256: '0'.repeat(64) }), { statusCode: 422, body: /not kept any more/ });
  t.equal((await record({})).statusCode, 400);
  const between = inputsOf((await check(lineOf(2, { 级别: '一级' }))).body);
  t.equal((await record(between)).statusCode, 303);
  t.match(await record(form), { statusCode: 200, body: /级别: 一级 → 三级/ }, 'what changed since is shown');
});

t.test('a file with a row that turns an answer into a no waits as a whole for another person', async (t) => {
  const { body } = await check(lineOf(0, { 有效期止: '2026-02-28' }), lineOf(1, { 级别: '一级' }));
  t.match(body, /Nothing is published until another person has looked[\s\S]*The file waits as a whole/);
  t.match((await record(inputsOf(body))).headers, { location: /done=waits/ });
  t.equal(await outcome(licences[0] ?? ''), 'confirmed');
  const confirm = (cookie: string) => api.post(cookie, '/console/captures/pending/1/confirm');
  t.equal((await confirm(clerk.cookie)).statusCode, 403);
  t.match((await confirm(reviewer.cookie)).headers, { location: /done=confirmed/ });
  t.equal(await outcome(licences[0] ?? ''), 'refuted');
});

t.test('a reviewer insists on a row whose page shows another number; a clerk cannot', async (t) => {
  const of = { ...madeUpHospital, licence: madeUpLicence(704, '310115'), name: '编造坚持示例医院' };
  const other = madeUpLicence(705, '310115');
  const parts = { lookedOn: '2026-11-20', of: '', page: [earlierDetail(of), 'saved.html'] as const };
  const read = await send(parts, AT, reviewer.cookie);
  const form = { ...inputsOf(read.body), 'f:登记号': other };
  const to = (cookie: string, more: Readonly<Record<string, string>>) =>
    api.post(cookie, `${AT}/record`, { ...form, ...more });
  t.notMatch((await to(clerk.cookie, { do: 'check' })).body, /name="because"/);
  const refused = (await to(reviewer.cookie, { do: 'check' })).body;
  t.match(refused, /has to be mended first[\s\S]*name="because"/);
  const because = 'made up: the page has a slip';
  t.equal((await to(clerk.cookie, { do: 'check', because })).statusCode, 403);
  t.equal((await to(reviewer.cookie, { do: 'check', because: 'x' })).statusCode, 400);
  const insisted = (await to(reviewer.cookie, { do: 'check', because })).body;
  t.match(insisted, /Yes, record it/);
  const { mark = '' } = inputsOf(insisted);
  t.match((await to(reviewer.cookie, { do: 'record', mark })).body, /mended first/, 'not without the reason');
  t.match((await to(reviewer.cookie, { do: 'record', because, mark })).headers, {
    location: /done=recorded/,
  });
  t.equal(await outcome(other), 'confirmed');
});

t.test('a reviewer takes back a row that was never right; a clerk sees what is on record', async (t) => {
  const licence = licences[1] ?? '';
  const address = `${AT}/withdraw?key=${licence}`;
  const listed = await api.get(clerk.cookie, `${AT}/rows?q=${licence}`);
  t.match(listed.body, /编造第1批量医院/);
  t.notMatch(listed.body, /Withdraw this row/, 'a clerk has no way to take it back');
  t.equal((await api.get(clerk.cookie, address)).statusCode, 403);
  t.match((await api.get(reviewer.cookie, `${AT}/rows?q=${licence}`)).body, `withdraw?key=${licence}`);
  t.match((await api.get(reviewer.cookie, address)).body, /confirmed[\s\S]*not on record/i);
  const withdraw = (because: string) =>
    api.post(reviewer.cookie, `${AT}/withdraw`, { key: licence, because });
  t.match(await withdraw(' '), { statusCode: 422, body: /Say why it was never right/ });
  t.equal(await outcome(licence), 'confirmed');
  t.match((await withdraw('made up: nobody bears it')).headers, { location: /rows\?done=withdrawn/ });
  t.equal(await outcome(licence), 'unknown');
  t.match((await api.get(reviewer.cookie, `${AT}/rows?q=${licence}`)).body, /No such row is on record/);
  t.equal((await api.get(reviewer.cookie, address)).statusCode, 404);
  const no = { key: licences[0] ?? '', because: 'made up: nobody bears it' };
  t.match((await api.post(reviewer.cookie, `${AT}/withdraw`, no)).headers, { location: /done=waits/ });
  t.match((await api.get(clerk.cookie, '/console/captures')).body, /Takes back what was recorded under/);
});
