import type { Parse } from '../../schema/source.ts';
import { capturedRows } from '../../src/readers/lists/captured-rows.ts';
import { given, issue } from '../../src/readers/lists/row-reader.ts';
import { products } from './lookups.ts';

/** One approved product a row: a fact about the product, not about any hospital. */
export const parse: Parse = function* ({ body, source }) {
  for (const row of capturedRows(body, source)) {
    if ('kind' in row) {
      yield row;
      continue;
    }
    const zh = row.cell('药品名称');
    const code = products[zh];
    if (code === undefined) {
      yield issue('unknown-word', row.row, '药品名称', `"${zh}" is no product of the vocabulary`);
      continue;
    }
    yield {
      kind: 'product',
      row: row.row,
      key: row.cell('批准文号'),
      raw: { ...row.raw },
      ...given({ asOf: row.asOf }),
      code,
      title: { zh, ...given({ en: row.cell('英文名称') }) },
      validFrom: row.cell('批准日期'),
      ...given({ validUntil: row.cell('有效期至') }),
      detail: { number: row.cell('批准文号'), ...given({ holder: row.cell('上市许可持有人') }) },
    };
  }
};
