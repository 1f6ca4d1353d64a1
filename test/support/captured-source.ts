import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toyDescriptor } from './toy-night.ts';

const words = (en: string, zh: string) => ({ en, zh });
const csv = join(import.meta.dirname, '../../src/readers/formats/csv.ts');

const parser = `import { readCsv } from ${JSON.stringify(csv)};
const columns = ['登记号', '机构名称', '统一社会信用代码', '地址', '有效期至'];
export function* parse({ body }) {
  for (const row of readCsv(body, columns)) {
    const [number, name, uscc, address, validUntil] = columns.map((column) => row.take(column));
    yield {
      kind: 'institution',
      row: row.row,
      key: number,
      raw: row.raw,
      names: [{ value: name, kind: 'legal', language: 'zh' }],
      identifiers: [{ scheme: 'licence-number', value: number }, ...(uscc ? [{ scheme: 'uscc', value: uscc }] : [])],
      place: { region: 'mainland', province: '上海市', ...(address ? { address } : {}) },
      credentials: [{ gate: 'practice-licence', code: 'licence', status: 'listed', scope: { kind: 'institution' }, number, validUntil }],
    };
    yield* row.audit();
  }
}
`;

/** A made-up register behind a captcha, as a source folder: a person types one row of it at a time. */
export const capturedSource = (catalogue: string, id = 'cn-toyville-register'): void => {
  const field = (column: string, kind: string, required = true) => ({
    column,
    label: words(column, column),
    kind,
    required,
  });
  const { pages: _, ...rest } = toyDescriptor({
    id,
    how: 'captured',
    asOf: null,
    evidenceKind: 'primary-register',
    freshnessDays: 90,
    gates: ['practice-licence'],
    checkYourself: { url: 'https://register.example.org/', type: words('type the number', '输入登记号') },
  });
  const descriptor = {
    ...rest,
    pages: [{ key: 'register', url: 'https://register.example.org/' }],
    capture: {
      fields: [
        field('登记号', 'licence-number'),
        field('机构名称', 'text'),
        field('统一社会信用代码', 'uscc', false),
        field('地址', 'text', false),
        field('有效期至', 'date'),
      ],
    },
  };
  const dir = join(catalogue, id);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'source.ts'), `export const source = ${JSON.stringify(descriptor)};\n`);
  writeFileSync(join(dir, 'parse.ts'), parser);
};
