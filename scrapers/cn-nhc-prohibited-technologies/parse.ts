import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { categories } from './lookups.ts';

const columns = ['item_zh', 'item_en', 'legal_basis', 'source_url'];

/** One category of law a row. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [zh, en] = [row.take('item_zh'), row.take('item_en')];
    const [article, cite] = [row.take('legal_basis'), row.take('source_url')];
    const code = categories[zh];
    if (code === undefined) {
      yield issue('unknown-word', row.row, 'item_zh', `"${zh}" is no category of article 9`);
      continue;
    }
    yield {
      kind: 'prohibition',
      row: row.row,
      key: code,
      raw: row.raw,
      cite,
      code,
      title: { zh, en },
      validFrom: '2018',
      detail: {
        law: '医疗技术临床应用管理办法（2018年）',
        article: /\d+(\(\d\))?/.exec(article.replace(/^.*art\./, ''))?.[0] ?? '9',
      },
    };
    yield* row.audit();
  }
};
