import { partialDate } from '../../schema/base.ts';
import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue } from '../../src/readers/lists/row-reader.ts';
import { products } from './lookups.ts';

const columns = [
  'seq',
  'product_type',
  'name_zh',
  'inn_en',
  'brand',
  'holder',
  'target',
  'indication',
  'nmpa_approval_date',
  'date_precision',
  'source_url',
  'source_date',
  'confidence',
];

const dateOr = (text: string): string | undefined => (partialDate.safeParse(text).success ? text : undefined);

/** One reported product a row; an approval day that is not established stays open. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [type, zh, en] = [row.take('product_type'), row.take('name_zh'), row.take('inn_en')];
    const [brand, holder, target] = [row.take('brand'), row.take('holder'), row.take('target')];
    const [indication, approved] = [row.take('indication'), row.take('nmpa_approval_date')];
    const [precision, cite, dated] = [
      row.take('date_precision'),
      row.take('source_url'),
      row.take('source_date'),
    ];
    row.drop('seq', 'confidence');
    const code = products[zh];
    if (code === undefined) {
      yield issue('unknown-word', row.row, 'name_zh', `"${zh}" is no product of the vocabulary`);
      continue;
    }
    if (approved !== '' && dateOr(approved) === undefined) {
      yield issue('bad-date', row.row, 'nmpa_approval_date', `"${approved}" is no date`);
      continue;
    }
    yield {
      kind: 'product',
      row: row.row,
      key: code,
      raw: row.raw,
      ...given({ asOf: dateOr(dated), validFrom: approved }),
      cite: cite.split(' ; ')[0] ?? cite,
      code,
      title: { zh, ...given({ en }) },
      detail: { type, precision, ...given({ brand, holder, target, indication }) },
    };
    yield* row.audit();
  }
};
