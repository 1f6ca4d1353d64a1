import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const columns = ['seq', 'name_zh', 'name_en', 'source_url'];

/** One area a row. An area is no institution: nothing here becomes a credential. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [seq, zh, en, cite] = [
      row.take('seq'),
      row.take('name_zh'),
      row.take('name_en'),
      row.take('source_url'),
    ];
    if (zh === '') {
      yield issue('missing-cell', row.row, 'name_zh', 'the row names no area');
      continue;
    }
    yield {
      kind: 'area',
      row: row.row,
      key: zh,
      raw: row.raw,
      cite,
      code: 'pilot:health-tourism-base',
      title: { zh, en },
      validFrom: '2017-06',
      detail: { seq },
    };
    yield* row.audit();
  }
};
