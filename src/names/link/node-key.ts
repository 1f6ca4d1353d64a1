import type { InstitutionRecord, Name } from '../../../schema/record.ts';
import { fullKey } from '../../name-keys/keys.ts';
import { addressKeys } from '../../places/address-key.ts';
import { linkModel } from './link-model.ts';
import { isSmallBy, linkName, saysWhose } from './link-name.ts';
import { oneSpelling } from './one-spelling.ts';

/** Numbers that an authority gives to one institution at a time. */
const NUMBERS = new Set(['licence-number', 'uscc', 'org-code', 'insurance-code', 'trial-filing']);

type Row = Pick<InstitutionRecord, 'names' | 'identifiers' | 'place'>;

/** What else tells rows of one name and place apart: the house of a small one, and the row itself where it says no city and its name none. */
const apartBy = ({ value, kind }: Name, { place }: Row, row: string): readonly string[] => {
  const noCity = place?.city === undefined;
  if (noCity && !saysWhose(linkName(value, kind, false), linkModel.commonCores)) return [row];
  return noCity || isSmallBy(value)
    ? addressKeys(place?.address ?? '').map(({ road, number }) => `${road} ${number}`)
    : [];
};

/**
 * What makes rows one record before any comparison: the whole name, the place its columns state, and its official numbers; of small
 * houses (clinics, stations) the house as well, since a street has several of one name. It depends on the row alone (`row` tells it
 * from all others), so that the order in which lists are read changes nothing. Null for a row that bears no name of its own: it
 * follows its number.
 */
export const nodeKey = (record: Row, row: string): string | null => {
  const { names, identifiers, place } = record;
  const legal =
    names.find(({ kind }) => kind === 'legal') ??
    (identifiers.length === 0 ? names.find(({ kind }) => kind === 'english') : undefined);
  if (legal === undefined) return null;
  const numbers = identifiers
    .filter(({ scheme }) => NUMBERS.has(scheme))
    .map(({ scheme, value }) => `${scheme} ${value}`);
  return [
    fullKey(oneSpelling(legal.value)),
    place?.province ?? '',
    place?.city ?? '',
    place?.district ?? '',
    ...apartBy(legal, record, row),
    ...numbers.sort(),
  ].join('|');
};
