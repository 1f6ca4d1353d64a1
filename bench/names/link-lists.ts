import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstitutionRecord } from '../../schema/record.ts';
import { type DescriptorInput, descriptorSchema } from '../../schema/source.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { realRows } from './link-data.ts';

const words = { en: 'A real list, for measuring', zh: '实测用名单' };

const descriptor = (id: string): DescriptorInput => ({
  id,
  title: words,
  authority: words,
  pages: [{ key: 'list', url: 'https://example.org/list', file: 'list.json' }],
  format: 'json',
  how: 'bundled',
  evidenceKind: 'directory',
  gates: [],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: words,
  asOf: '2026-01-31',
  freshnessDays: 400,
  cadence: null,
  rights: { licence: 'not stated', attribution: 'see the data folder', redistribute: 'metadata' },
  expect: { rows: { min: 0, max: 100_000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: null,
});

/** The real lists as an operator's own directories: names and places, worth finding names by and no more. */
export const realDirectories = (data: string, folder: string): readonly Source[] =>
  [...Map.groupBy(realRows(data), ({ source }) => source)].map(([name, rows]) => {
    const own = descriptorSchema.parse(descriptor(`cn-real-${name}`));
    const dir = join(folder, 'lists', name);
    mkdirSync(dir, { recursive: true });
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
    writeFileSync(join(dir, 'list.json'), JSON.stringify(records));
    return {
      descriptor: own,
      dir,
      reading: name,
      *parse({ body }) {
        yield* JSON.parse(new TextDecoder().decode(body)) as InstitutionRecord[];
      },
    };
  });
