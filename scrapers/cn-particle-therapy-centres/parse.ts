import type { InstitutionRecord, Place, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { modalities, parts, states } from './lookups.ts';

const columns = ['name_zh', 'city', 'modality', 'status', 'note', 'source_url', 'source_date', 'confidence'];

/** A centre that is part of a hospital may stand in another city: of the whole, only the province is known from it. */
const placeOfCentre = (city: string, name: string, isPart: boolean): Place => {
  const { region, province, ...nearer } = placeOf({ city, name });
  return { region, ...given({ province: province ?? '' }), ...(isPart ? {} : nearer) };
};

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [name, city] = [row.take('name_zh'), row.take('city')];
  const [modality, word, note] = [row.take('modality'), row.take('status'), row.take('note')];
  const [cite, asOf] = [row.take('source_url').split(' ; ')[0] ?? '', row.take('source_date')];
  row.drop('confidence');
  const [services, state] = [modalities[modality], states[word]];
  if (services === undefined)
    return issue('unknown-word', row.row, 'modality', `"${modality}" is no known modality`);
  if (state === undefined) return issue('unknown-word', row.row, 'status', `"${word}" is no known state`);
  const part = parts[name];
  return {
    kind: 'institution',
    row: row.row,
    key: name,
    raw: row.raw,
    ...given({ asOf }),
    cite,
    names: [{ value: part?.whole ?? name, kind: 'legal', language: 'zh' }],
    identifiers: [],
    place: placeOfCentre(city, name, part !== undefined),
    credentials: services.map((code) => ({
      gate: 'large-equipment',
      code,
      scope: part?.scope ?? { kind: 'institution' },
      ...state,
      ...given({ note }),
    })),
  };
};

/** One reported centre a row, a credential per kind of beam. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
