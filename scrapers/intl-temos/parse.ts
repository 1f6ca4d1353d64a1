import { type Parse, ShapeError } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { unreadColumns } from '../../src/readers/lists/headings.ts';
import { htmlList, listRows } from '../../src/readers/lists/list-page.ts';
import { china } from './lookups.ts';

const WHOLE = 60;

/**
 * One partner in China a row; the rows of the rest of the world only show that the page is whole. The page calls them
 * accredited or assessed without telling which, and prints no term: a row shows that its holder is on the list, no more.
 */
export const parse: Parse = function* ({ body }) {
  const rows = listRows(htmlList(body), {
    required: ['机构名称', '地址', '省份', '许可项目'],
    ignored: ['Status', 'Type'],
    also: {
      'Accredited/Assessed Partner': '机构名称',
      City: '地址',
      Country: '省份',
      'Facility type': '许可项目',
    },
  });
  if (rows.length < WHOLE)
    throw new ShapeError(`the list of the world has ${rows.length} rows, at least ${WHOLE} are expected`);
  yield* unreadColumns(rows);
  for (const { row, cells, raw } of rows) {
    const province = china[cellText(cells.省份).toLowerCase()];
    if (province === undefined) continue;
    const [name, programme] = [cellText(cells.机构名称), cellText(cells.许可项目)];
    yield {
      kind: 'institution',
      row,
      key: `${name}|${programme}`,
      raw: { ...raw },
      names: [{ value: name, kind: 'english', language: 'en' }],
      identifiers: [],
      place: placeOf({ province, city: cellText(cells.地址) }),
      credentials: [
        {
          gate: 'accreditation',
          code: 'temos',
          status: 'listed',
          scope: { kind: 'department', text: 'international patients' },
          issuer: 'Temos International',
          programme,
        },
      ],
    };
  }
};
