import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const columns = ['item_zh', 'item_en', 'law_zh', 'number', 'article'];
/** The Measures took effect in August 2001. */
const FROM = '2001-08';

/** What article 3 forbids: surrogacy, one row. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [zh, en] = [row.take('item_zh'), row.take('item_en')];
    const [law, number, article] = [row.take('law_zh'), row.take('number'), row.take('article')];
    if (zh !== '代孕技术') {
      yield issue('unknown-word', row.row, 'item_zh', `"${zh}" is not what article 3 forbids`);
      continue;
    }
    yield {
      kind: 'prohibition',
      row: row.row,
      key: 'surrogacy',
      raw: row.raw,
      code: 'surrogacy',
      title: { zh, en },
      validFrom: FROM,
      detail: { law, number, article },
    };
    yield* row.audit();
  }
};
