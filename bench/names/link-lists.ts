import type { InstitutionRecord } from '../../schema/record.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { toySource } from '../../test/support/toy-night.ts';
import { realRows } from './link-data.ts';

/** The real lists as an operator's own directories: names and places, worth finding names by and no more. */
export const realDirectories = (data: string, folder: string): readonly Source[] =>
  [...Map.groupBy(realRows(data), ({ source }) => source)].map(([name, rows]) => {
    const records = rows.map(
      ({ record }, at): InstitutionRecord => ({
        kind: 'institution',
        row: at + 1,
        key: `${record.names[0]?.value} ${at}`,
        raw: {},
        names: record.names,
        identifiers: [],
        place: record.place,
        credentials: [],
      }),
    );
    return toySource(folder, records, {
      id: `cn-real-${name}`,
      evidenceKind: 'directory',
      gates: [],
      rights: { licence: 'not stated', attribution: 'see the data folder', redistribute: 'metadata' },
    });
  });
