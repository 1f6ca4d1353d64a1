import { pdfDocument, workbook } from '../documents.ts';
import { captcha, type MadeUpPages, webPage } from '../fixture-maker.ts';

const filings = [
  ['序号', '医疗机构名称', '限制类技术名称', '备案时间', '技术负责人', '所在区县'],
  ['1', '编造示例省人民医院', '肿瘤消融治疗技术', '2026-03-02', '编造某人', '海口市'],
  ['2', '编造示例省人民医院', 'G11 体外膜肺氧合（ECMO）技术', '2026年4月1日', '编造某人', '海口市'],
  ['3', '编造示例心脏医院', '心室辅助技术临床应用', '2026/5/6', '编造某人', '三亚市'],
] as const;

const sheet = (rows: readonly (readonly string[])[]) =>
  workbook([['限制类医疗技术临床应用备案名单（截至2026年6月30日）'], ...rows]);
const place = [40, 160, 320, 430, 500] as const;
const pdf = (rows: readonly (readonly string[])[]) =>
  pdfDocument([
    [40, 760, '限制类医疗技术临床应用备案名单（截至2026年6月30日）'],
    ...rows.flatMap((row, line) =>
      row.slice(1).map((text, at) => [place[at] ?? 0, 720 - line * 24, text] as const),
    ),
  ]);
const table = (rows: readonly (readonly string[])[]) =>
  webPage(
    '限制类医疗技术临床应用备案公示',
    `<p>发布日期：2026-06-30</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  );
const changed = (from: string, to: string) =>
  filings.map((row) => row.map((cell) => (cell === from ? to : cell)));

/** One province in three formats: the source tells them apart by their first bytes. */
export const restrictedFilings: MadeUpPages = {
  source: 'cn-restricted-filings',
  files: {
    'hainan-html.html': table(filings),
    'hainan-sheet.xlsx': sheet(filings),
    'hainan-pdf.pdf': pdf(filings),
    'hainan-captcha.nasty.html': captcha,
    'hainan-empty.nasty.html': '',
    'hainan-half-page.nasty.html': table(filings).slice(0, 700),
    'hainan-scan.nasty.pdf': pdfDocument([]),
    'hainan-renamed-column.nasty.xlsx': sheet(changed('医疗机构名称', '对象')),
    'hainan-renamed-column.nasty.pdf': pdf(changed('医疗机构名称', '对象')),
    'hainan-provincial-technology.nasty.xlsx': sheet(changed('肿瘤消融治疗技术', '编造示例省级技术')),
    'hainan-strange-date.nasty.html': table(changed('2026-03-02', '今年')),
    'hainan-row-twice.nasty.html': table([...filings, filings[1]]),
    'hainan-swapped-columns.nasty.html': table(
      filings.map(([no, name, technology, ...rest], at) =>
        at === 0 ? [no, name, technology, ...rest] : [no, technology, name, ...rest],
      ),
    ),
  },
};
