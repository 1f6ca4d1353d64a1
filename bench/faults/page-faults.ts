import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { captcha } from '../../test/support/fixture-maker.ts';
import { zipOf } from '../../test/support/zip-of.ts';
import type { Fault, GoodPage } from './fault.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textual = ({ file }: GoodPage): boolean => /\.(csv|html|json)$/.test(file);

const instead = (id: string, body: string | Uint8Array): Fault => ({
  id,
  make: () => (typeof body === 'string' ? utf8(body) : body),
});

const bytes = (id: string, change: (body: Uint8Array, page: GoodPage) => Uint8Array | null): Fault => ({
  id,
  make: (page) => change(page.body, page),
});

const retold = (id: string, change: (text: string) => string | Uint8Array): Fault =>
  bytes(id, (body, page) => {
    if (!textual(page)) return null;
    const said = new TextDecoder().decode(body);
    const told = change(said);
    return told === said ? null : typeof told === 'string' ? utf8(told) : told;
  });

const cut = (share: number) => (body: Uint8Array) => body.subarray(0, Math.floor(body.length * share));

const web = (title: string, words: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${words}</body></html>\n`;

/** A generator of numbers that always gives the same ones. */
const scattered = (body: Uint8Array): Uint8Array => {
  const broken = Uint8Array.from(body);
  for (let at = 40, seed = 7; at < broken.length; at += 20 + (seed % 40)) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    broken[at] = seed % 256;
  }
  return broken;
};

const nulled = (body: Uint8Array): Uint8Array => {
  const broken = Uint8Array.from(body);
  const from = Math.floor(broken.length / 2);
  return broken.fill(0, from, Math.min(broken.length - 20, from + 64));
};

/** 256 MiB of zeros in some kilobytes. */
const bomb = (): Uint8Array => {
  const zeros = new Uint8Array(64 * 1_048_576);
  const files = ['xl/workbook.xml', 'word/document.xml', '[Content_Types].xml', 'xl/worksheets/sheet1.xml'];
  return zipOf(Object.fromEntries(files.map((name) => [name, zeros])));
};

const nav = '<table><tr><td>首页</td><td>政务公开</td></tr><tr><td>新闻</td><td>服务</td></tr></table>';

/** What can come in the place of a page, and what can become of its bytes on the way. */
export const pageFaults: readonly Fault[] = [
  instead('nothing at all', ''),
  instead('only spaces', ' \n\t \n'),
  instead('captcha page', captcha),
  instead(
    'script challenge',
    web('', '<script>document.cookie="k="+(function(){return 1})();location.reload();</script>'),
  ),
  instead('login page', web('统一身份认证', '<form><input name="user"><input type="password"></form>')),
  instead('error page with status 200', web('500', '<h1>系统错误</h1><p>请稍后再试</p>')),
  instead('not-found page with its tables', web('404', `${nav}<p>您访问的页面不存在</p>`)),
  instead('maintenance notice', web('系统维护', '<p>系统维护中，预计2026年11月30日恢复</p>')),
  instead('refused in JSON', '{"code":500,"success":false,"msg":"系统繁忙","data":null}'),
  instead('empty answer in JSON', '{"success":true,"totalRows":0,"curPage":1,"data":[]}'),
  instead(
    'empty list',
    web(
      '名单',
      '<table><tr><th>机构名称</th><th>地址</th></tr><tr><td colspan="2">暂无数据</td></tr></table>',
    ),
  ),
  instead('redirect by meta tag', web('', '<meta http-equiv="refresh" content="0;url=/index.html">')),
  instead('plain words', 'Service Unavailable\n'),
  instead('another format', utf8('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n')),
  instead('a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)),
  instead('ZIP bomb', bomb()),
  bytes('half the page', cut(0.5)),
  bytes('nine tenths of the page', cut(0.9)),
  bytes('all but the last bytes', (body) => body.subarray(0, body.length - 20)),
  bytes('the end without the beginning', (body) => body.subarray(Math.floor(body.length / 2))),
  bytes('still compressed', (body) => new Uint8Array(gzipSync(body))),
  bytes('NUL bytes in the middle', nulled),
  bytes('bytes broken here and there', scattered),
  bytes('the page twice, one behind the other', (body) => new Uint8Array(Buffer.concat([body, body]))),
  retold('whole page: UTF-8 read as Latin-1', (text) => Buffer.from(text, 'utf8').toString('latin1')),
  retold('whole page: UTF-8 read as GBK', (text) => iconv.decode(Buffer.from(text, 'utf8'), 'gbk')),
  retold('UTF-16 without a mark', (text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
  retold('every year in the page one back', (text) =>
    text.replace(/(?<!\d)20[12]\d(?=年|[-/.]\d{1,2}[-/.日])/g, (year) => String(Number(year) - 1)),
  ),
  retold('every date in the page in 2099', (text) =>
    text.replace(/(?<!\d)20[12]\d(?=年|[-/.]\d{1,2}[-/.日])/g, '2099'),
  ),
  retold('printed totals that disagree', (text) =>
    text.replace(/(共|（|\()(\d+)(家|条|个)|("totalRows":)(\d+)/g, (_, a, b, c, d, e) =>
      d === undefined ? `${a}${Number(b) + 7}${c}` : `${d}${Number(e) + 7}`,
    ),
  ),
  bytes('totals of provinces that disagree', (_, { grid }) => {
    const rows = grid?.rows.map((row) =>
      row.map((cell) => cell.replace(/（(\d+)家）/, (__, count: string) => `（${Number(count) + 1}家）`)),
    );
    return !grid || !rows || JSON.stringify(rows) === JSON.stringify(grid.rows) ? null : grid.write(rows);
  }),
];
