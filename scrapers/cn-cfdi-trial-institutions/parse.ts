import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { trialInstitution } from '../../src/readers/lists/trial-institution.ts';

const columns = ['record_no', 'name', 'province', 'address'];

/** One filing a row; a row whose number is no filing number, or that has no name, becomes an issue. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield trialInstitution({
      row: row.row,
      raw: row.raw,
      number: row.take('record_no'),
      name: row.take('name'),
      province: row.take('province'),
      address: row.take('address'),
      columns: { number: 'record_no', name: 'name' },
    });
    yield* row.audit();
  }
};
