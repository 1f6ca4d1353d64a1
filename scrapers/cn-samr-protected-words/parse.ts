import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const columns = ['word_zh', 'pinyin', 'genuine_or_context', 'source_url'];

/** One protected word a row, with whose word it is. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [word, pinyin] = [row.take('word_zh'), row.take('pinyin')];
    const [holders, cite] = [row.take('genuine_or_context'), row.take('source_url')];
    if (!/^\p{Script=Han}{2,4}$/u.test(word)) {
      yield issue('unknown-word', row.row, 'word_zh', `"${word}" is no word of two to four characters`);
      continue;
    }
    yield {
      kind: 'protected-word',
      row: row.row,
      key: word,
      raw: row.raw,
      cite,
      code: word,
      title: { zh: word, en: pinyin },
      validFrom: '2020-05-29',
      detail: { notice: '市监注〔2020〕55号', pinyin, holders },
    };
    yield* row.audit();
  }
};
