import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue } from '../../src/readers/lists/row-reader.ts';

const columns = ['area_en', 'area_zh', 'announced', 'source_url'];

/** One area a row, with the province or city it means: 海南全岛 is the province. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [en, zh] = [row.take('area_en'), row.take('area_zh')];
    const [validFrom, cite] = [row.take('announced'), row.take('source_url')];
    const { province, city } = placeOf({
      city: zh.replace(/全岛$/u, ''),
      province: zh.replace(/全岛$/u, ''),
    });
    if (province === undefined) {
      yield issue('unknown-word', row.row, 'area_zh', `"${zh}" is no known province or city`);
      continue;
    }
    yield {
      kind: 'area',
      row: row.row,
      key: zh,
      raw: row.raw,
      cite,
      code: 'foreign-owned-area',
      title: { zh, en },
      validFrom,
      detail: { province, ...given({ city }) },
    };
    yield* row.audit();
  }
};
