import { type Parse, ShapeError } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { htmlList, listRows } from '../../src/readers/lists/list-page.ts';
import { dateIn } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { china } from './lookups.ts';

const WHOLE = 60;

/** One accreditation in China a row; the rows of the rest of the world only show that the page is whole. */
export const parse: Parse = function* ({ body }) {
  const rows = listRows(htmlList(body), {
    required: ['机构名称', '地址', '省份', '许可项目', '有效期至'],
    ignored: ['Website', 'Logo'],
    also: {
      Name: '机构名称',
      City: '地址',
      Country: '省份',
      Accreditation: '许可项目',
      'Valid until': '有效期至',
    },
  });
  if (rows.length < WHOLE)
    throw new ShapeError(`the list of the world has ${rows.length} rows, at least ${WHOLE} are expected`);
  for (const { row, cells, raw } of rows) {
    const province = china[cellText(cells.省份).toLowerCase()];
    if (province === undefined) continue;
    const [name, until] = [cellText(cells.机构名称), dateIn(cellText(cells.有效期至))];
    if (until === null) {
      yield issue('bad-date', row, 'Valid until', `"${cellText(cells.有效期至)}" is no date`);
      continue;
    }
    yield {
      kind: 'institution',
      row,
      key: `${name}|${cellText(cells.许可项目)}`,
      raw: { ...raw },
      names: [{ value: name, kind: 'english', language: 'en' }],
      identifiers: [],
      place: placeOf({ province, city: cellText(cells.地址) }),
      credentials: [
        {
          gate: 'accreditation',
          code: 'temos',
          status: 'accredited',
          scope: { kind: 'department', text: cellText(cells.许可项目) },
          issuer: 'Temos International',
          programme: cellText(cells.许可项目),
          validUntil: until,
        },
      ],
    };
  }
};
