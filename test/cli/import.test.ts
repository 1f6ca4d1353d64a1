import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import t from 'tap';
import { runHere } from './run-licet.ts';

const root = t.testdir({
  'our-list.csv':
    '\ufeffname_zh,province,aliases,name_en,city,phone\n' +
    '编造示例医院甲,上海市,示例甲院,Made-up Example Hospital A,上海市,000\n' +
    '编造示例医院乙,Zhejiang,,,杭州市,\n',
  'bad.csv':
    'name_zh,province\n编造示例医院丙,上海市\n,上海市\n编造示例医院丁,月球\n人民医院,上海市\n编造示例医院丙,上海市\n',
  'other.csv': 'name,town\n编造示例医院甲,上海市\n',
  'page.csv': '<html></html>\n',
  data: {},
});
const data = join(root, 'data');
const file = (name: string): string => join(root, name);
const run = (...args: readonly string[]) => runHere(data, args);

t.before(async () => {
  await run('harvest', 'cn-samr-protected-words');
});

t.test('a list of one’s own finds a hospital by name, and never confirms anything of it', async (t) => {
  const taken = await run('import', 'directory', file('our-list.csv'), '--as-of', '2026-06');
  t.match(taken.out, /cn-directory-our-list: accepted, 2 rows \(\+2 ~0 -0\), 0 left out/);
  const { code, out } = await run('verify', 'Made-up Example Hospital A', '--claim', 'jci', '--json');
  const verdict = JSON.parse(out);
  t.equal(verdict.identity.institution.name.zh, '编造示例医院甲');
  t.equal(code, 3);
  t.notOk(verdict.checks.some((check: { result: string }) => check.result === 'met'));
  t.match((await run('import', 'list')).out, /our-list +2 rows +as of 2026-06 +imported 20/);
});

t.test('the same list again changes nothing; another in its place replaces it', async (t) => {
  t.match((await run('import', 'directory', file('our-list.csv'), '--as-of', '2026-06')).out, /unchanged/);
  writeFileSync(file('next.csv'), 'name_zh,province\n编造示例医院戊,江苏省\n');
  const next = await run('import', 'directory', file('next.csv'), '--name', 'our-list', '--as-of', '2026-07');
  t.match(next.out, /accepted, 1 rows \(\+1 ~0 -2\)/);
});

t.test('a removed list finds nobody any more, and its bytes are kept', async (t) => {
  t.match((await run('import', 'remove', 'our-list')).out, /accepted, 0 rows \(\+0 ~0 -1\)/);
  t.equal((await run('import', 'list')).out, '');
  t.match(JSON.parse((await run('verify', '编造示例医院戊', '--claim', 'jci', '--json')).out), {
    institution: null,
  });
  const again = await run('import', 'remove', 'our-list');
  t.equal(again.code, 2);
  t.match(again.err, /no list "our-list" was imported/);
});

t.test('rows that cannot be read are named one by one, and nothing is half-written', async (t) => {
  const refused = await run('import', 'directory', file('bad.csv'));
  t.equal(refused.code, 2);
  t.match(refused.err, /4 rows cannot be read and nothing was written/);
  t.match(refused.err, /row 2, name_zh: is empty.*\(line 3\)/);
  t.match(refused.err, /row 3, province: "月球" is no province; write it as 上海市/);
  t.match(refused.err, /row 4, name_zh: "人民医院" names hundreds/);
  t.match(refused.err, /row 5, name_zh: repeats line 2/);
  t.equal((await run('import', 'list')).out, '');
  const rest = await run('import', 'directory', file('bad.csv'), '--leave-out-bad-rows');
  t.match(rest.out, /accepted, 1 rows .* 4 left out/);
  t.match(rest.err, /row 3, province/);
});

t.test('a spreadsheet and a GBK file are read as well', async (t) => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['name_zh', 'province'],
      ['编造示例医院己', '四川省'],
    ]),
    'list',
  );
  writeFileSync(file('sheet.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }));
  t.match((await run('import', 'directory', file('sheet.xlsx'))).out, /cn-directory-sheet: accepted, 1 rows/);
  // 编造 in GBK.
  const gbk = Buffer.concat([
    Buffer.from('name_zh,province\n'),
    Buffer.from([
      0xb1, 0xe0, 0xd4, 0xec, 0xd2, 0xbd, 0xd4, 0xba, 0x2c, 0xd5, 0xe3, 0xbd, 0xad, 0xca, 0xa1, 0x0a,
    ]),
  ]);
  writeFileSync(file('gbk.csv'), gbk);
  t.match((await run('import', 'directory', file('gbk.csv'))).out, /cn-directory-gbk: accepted, 1 rows/);
});

const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no such file', [file('none.csv')], /cannot be read/],
  ['another kind of file', [file('data')], /neither \.csv nor \.xlsx/],
  ['other columns', [file('other.csv')], /no column name_zh, province; expected name_zh, province, aliases/],
  ['a web page', [file('page.csv')], /the file is a web page, no table/],
  ['a name without letters', [file('next.csv'), '--name', '我的'], /give --name in letters a-z/],
  ['an impossible date', [file('next.csv'), '--as-of', '31.12.2025'], /--as-of .*expected YYYY/],
];

for (const [name, args, says] of wrong) {
  t.test(`bad use of import says what would be right: ${name}`, async (t) => {
    const { code, err } = await run('import', 'directory', ...args);
    t.equal(code, 2);
    t.match(err, says);
  });
}
