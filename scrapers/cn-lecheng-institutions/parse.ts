import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue } from '../../src/readers/lists/row-reader.ts';
import { lechengFiledAs, lechengZone } from '../presets/lecheng.ts';

const columns = ['name_zh', 'name_en', 'aliases', 'source_url', 'source_date', 'confidence'];

/** One institution reported to work in the zone a row. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [zh, en] = [row.take('name_zh'), row.take('name_en')];
    const legal = lechengFiledAs[zh] ?? zh;
    const aliases = row
      .take('aliases')
      .split('; ')
      .filter((part) => part !== '' && part !== legal);
    const [cite, asOf] = [row.take('source_url'), row.take('source_date')];
    row.drop('confidence');
    if (zh === '') {
      yield issue('missing-cell', row.row, 'name_zh', 'the row names no institution');
      continue;
    }
    yield {
      kind: 'institution',
      row: row.row,
      key: zh,
      raw: row.raw,
      ...given({ asOf }),
      cite,
      names: [
        { value: legal, kind: 'legal', language: 'zh' },
        ...(legal === zh ? [] : [{ value: zh, kind: 'alias' as const, language: 'zh' as const }]),
        ...aliases.map((value) => ({ value, kind: 'alias' as const, language: 'zh' as const })),
        ...(en === '' ? [] : [{ value: en, kind: 'english' as const, language: 'en' as const }]),
      ],
      identifiers: [],
      place: placeOf(lechengZone),
      traits: { body: 'hospital', lecheng: true },
      credentials: [
        { gate: 'lecheng', code: 'lecheng', status: 'operating', scope: { kind: 'institution' } },
      ],
    };
    yield* row.audit();
  }
};
