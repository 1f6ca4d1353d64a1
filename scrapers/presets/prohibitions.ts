import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

/** What a text of law forbids, by its own words → codes of the service vocabulary; since when, as far as it is known. */
type Forbidden = Readonly<{ items: Readonly<Record<string, string>>; validFrom: string }>;

const columns = ['item_zh', 'item_en', 'law_zh', 'number', 'article'];

/** Reads a text of law that forbids single technologies, one a row; words that are not among its items are loud. */
export const parseForbidden = ({ items, validFrom }: Forbidden): Parse =>
  function* ({ body }) {
    for (const row of readCsv(body, columns)) {
      const [zh, en] = [row.take('item_zh'), row.take('item_en')];
      const [law, number, article] = [row.take('law_zh'), row.take('number'), row.take('article')];
      const code = items[zh];
      if (code === undefined) {
        yield issue('unknown-word', row.row, 'item_zh', `"${zh}" is not what ${article} forbids`);
        continue;
      }
      yield {
        kind: 'prohibition',
        row: row.row,
        key: code,
        raw: row.raw,
        code,
        title: { zh, en },
        validFrom,
        detail: { law, number, article },
      };
      yield* row.audit();
    }
  };
