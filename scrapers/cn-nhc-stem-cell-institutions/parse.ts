import { partialDate } from '../../schema/base.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { filedNames } from '../../src/readers/lists/filed-names.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const columns = ['batch', 'announced', 'province', 'name_zh', 'source_url', 'source_date', 'confidence'];

/** One filed institution a row, with the day its batch was announced. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [batch, announced, province] = [row.take('batch'), row.take('announced'), row.take('province')];
    const [printed, cite] = [row.take('name_zh'), row.take('source_url')];
    row.drop('source_date', 'confidence');
    if (printed === '' || !partialDate.safeParse(announced).success) {
      yield issue(
        'unreadable-row',
        row.row,
        'announced',
        `"${printed}" announced "${announced}" is no filing`,
      );
      continue;
    }
    yield {
      kind: 'institution',
      row: row.row,
      key: `${province}|${printed}`,
      raw: row.raw,
      asOf: announced,
      cite,
      names: [...filedNames(printed).names],
      identifiers: [],
      place: placeOf({ province, name: printed }),
      credentials: [
        {
          gate: 'biomedical-research',
          code: 'stem-cell.research',
          status: 'filed',
          scope: { kind: 'institution' },
          eventDate: announced,
          validFrom: announced,
          note: `batch ${batch} under the rules in force until 2026-04-30`,
        },
      ],
    };
    yield* row.audit();
  }
};
