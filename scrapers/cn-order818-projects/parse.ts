import type { Parse } from '../../schema/source.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { sheetList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

/** MR-N-11-2026-000001: kind, class, province, year, serial. */
const filing = /^[A-Z]{2}-[A-Z]-\d{2}-20\d{2}-\d{6}$/u;

/** One project a row, held by the institution where it is carried out; the sponsor is told in the note. */
export const parse: Parse = institutionList({
  read: sheetList,
  wanted: {
    required: ['省份', '备案号', '技术名称', '发起机构', '机构名称', '批次'],
    also: { 临床研究机构: '机构名称' },
  },
  key: ({ cells }) => cellText(cells.备案号),
  credentials: ({ cells, row }) => {
    const number = cellText(cells.备案号);
    if (!filing.test(number))
      return issue('bad-identifier', row, '备案号', `"${number}" is no filing number`);
    if (/[、；;\n]/u.test(cellText(cells.机构名称)))
      return issue('unreadable-row', row, '临床研究机构', 'several institutions stand in one cell');
    return [
      {
        gate: 'biomedical-research',
        code: 'order818.research',
        status: 'filed',
        scope: { kind: 'project', text: cellText(cells.技术名称) },
        number,
        note: `发起机构：${cellText(cells.发起机构)}；${cellText(cells.批次)}`,
      },
    ];
  },
});
