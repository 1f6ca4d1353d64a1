import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const columns = ['code', 'seq', 'name_zh', 'name_en', 'effective_from', 'source_url'];

/** One technology of the catalogue a row; the code is ours and everybody's: G and the place in the list. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [code, seq] = [row.take('code'), row.take('seq')];
    const [zh, en] = [row.take('name_zh'), row.take('name_en')];
    const [validFrom, cite] = [row.take('effective_from'), row.take('source_url')];
    if (code !== `G${seq.padStart(2, '0')}`) {
      yield issue('unknown-word', row.row, 'code', `code "${code}" does not stand at place ${seq}`);
      continue;
    }
    yield {
      kind: 'technology',
      row: row.row,
      key: code,
      raw: row.raw,
      cite,
      code,
      title: { zh, en },
      validFrom,
      detail: { catalogue: '国家限制类技术目录（2022年版）' },
    };
    yield* row.audit();
  }
};
