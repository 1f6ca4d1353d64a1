import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue } from '../../src/readers/lists/row-reader.ts';
import { schemes } from './lookups.ts';

const columns = ['scheme', 'issuer', 'what_it_attests', 'directory_url', 'source_url'];

/** One scheme a row: who issues it, what it attests, and the issuer's own directory where one is known. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    const [en, issuer, attests] = [row.take('scheme'), row.take('issuer'), row.take('what_it_attests')];
    const [directory, cite] = [row.take('directory_url'), row.take('source_url').split(' ; ')[0] ?? ''];
    const code = schemes[en];
    if (code === undefined) {
      yield issue('unknown-word', row.row, 'scheme', `"${en}" is no scheme of the vocabulary`);
      continue;
    }
    yield {
      kind: 'scheme',
      row: row.row,
      key: code,
      raw: row.raw,
      cite,
      code,
      title: { en },
      detail: { issuer, attests, ...given({ directory }) },
    };
    yield* row.audit();
  }
};
