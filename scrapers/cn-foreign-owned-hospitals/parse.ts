import { partialDate } from '../../schema/base.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const columns = [
  'name_en',
  'name_zh',
  'city',
  'licence_date',
  'level',
  'source_url',
  'source_date',
  'confidence',
];

/** One reported hospital a row: wholly foreign-owned, licensed on the day reported. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [en, zh, city] = [row.take('name_en'), row.take('name_zh'), row.take('city')];
    const [licensed, level] = [row.take('licence_date'), row.take('level')];
    const [cite, asOf] = [row.take('source_url').split(' ; ')[0] ?? '', row.take('source_date')];
    row.drop('confidence');
    if (en === '' || !partialDate.safeParse(licensed).success) {
      yield issue(
        'unreadable-row',
        row.row,
        'licence_date',
        `"${en}" licensed "${licensed}" is no licensing`,
      );
      continue;
    }
    yield {
      kind: 'institution',
      row: row.row,
      key: en,
      raw: row.raw,
      asOf,
      cite,
      names: [
        ...(zh === '' ? [] : [{ value: zh, kind: 'legal' as const, language: 'zh' as const }]),
        { value: en, kind: 'english', language: 'en' },
      ],
      identifiers: [],
      place: placeOf({ city, name: zh }),
      traits: { body: 'hospital', foreignCapital: 'wholly', ownership: 'private' },
      credentials: [
        {
          gate: 'foreign-capital',
          code: 'wholly-owned',
          status: 'listed',
          scope: { kind: 'institution' },
          validFrom: licensed,
        },
        {
          gate: 'practice-licence',
          code: 'licence',
          status: 'approved',
          scope: { kind: 'institution' },
          eventDate: licensed,
          note: level,
        },
      ],
    };
    yield* row.audit();
  }
};
