import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { classes, equipment } from './lookups.ts';

const columns = ['class', 'authority', 'item_zh', 'item_en', 'source_url'];

/** A line of the catalogue may name several machines: one record each, with its class and who gives the permit. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [word, authority] = [row.take('class'), row.take('authority')];
    const [zh, en, cite] = [row.take('item_zh'), row.take('item_en'), row.take('source_url')];
    const found = equipment.find(([start]) => zh.startsWith(start))?.[1];
    const grade = classes[word];
    if (found === undefined || grade === undefined) {
      yield issue(
        'unknown-word',
        row.row,
        'item_zh',
        `"${word}" "${zh}" is no line of the catalogue of 2023`,
      );
      continue;
    }
    for (const code of found)
      yield {
        kind: 'equipment',
        row: row.row,
        key: code,
        raw: row.raw,
        cite,
        code,
        title: { zh, en },
        validFrom: '2023-03-03',
        detail: { class: grade, authority },
      };
    yield* row.audit();
  }
};
