import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue } from '../../src/readers/lists/row-reader.ts';

const columns = ['seq', 'name_zh', 'code_2022', 'change_to_2022', 'source_url'];
/** 国卫办医发〔2017〕7号 until the day before the catalogue of 2022 repealed it. */
const IN_FORCE = { validFrom: '2017-02-21', validUntil: '2022-04-19' } as const;

/** One technology of the notice of 2017 a row. What the catalogue of 2022 kept unchanged already bears its code of 2022. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [seq, zh, successor] = [row.take('seq'), row.take('name_zh'), row.take('code_2022')];
    const [change, cite] = [row.take('change_to_2022'), row.take('source_url')];
    if (!/^\d{1,2}$/.test(seq) || zh === '') {
      yield issue('unreadable-row', row.row, 'seq', `"${seq}" and "${zh}" are no numbered technology`);
      continue;
    }
    const key = `T2017-${seq.padStart(2, '0')}`;
    yield {
      kind: 'technology',
      row: row.row,
      key,
      raw: row.raw,
      cite,
      code: change === 'kept' && successor !== '' ? successor : key,
      title: { zh },
      ...IN_FORCE,
      detail: { notice: '国卫办医发〔2017〕7号', change, ...given({ successor }) },
    };
    yield* row.audit();
  }
};
