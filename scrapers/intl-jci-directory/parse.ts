import { placeOf } from '../../src/places/place-of.ts';
import { capturedInstitutions } from '../../src/readers/lists/captured-rows.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { regions, wholeHospital } from './lookups.ts';

/** One programme of one organisation a row, with the dates the card prints; nothing is derived from the length of a term. */
export const parse = capturedInstitutions(({ row, cell }) => {
  const [english, chinese, programme] = [cell('Organization'), cell('中文名称'), cell('Program')];
  const [from, through] = [cell('Effective'), cell('Through')];
  const place = regions[cell('Country').toLowerCase()];
  if (place === undefined)
    return issue(
      'unknown-word',
      row,
      'Country',
      `"${cell('Country')}" is not China, Hong Kong, Macau or Taiwan`,
    );
  if (from !== '' && through !== '' && through < from)
    return issue('bad-date', row, 'Through', `${through} is before ${from}`);
  const laboratory = /laborator/i.test(programme);
  const kind = laboratory ? 'laboratory' : wholeHospital.test(programme) ? 'institution' : 'unknown';
  return {
    key: `${english}|${programme}`,
    names: [
      { value: english, kind: 'english', language: 'en' },
      ...(chinese === '' ? [] : [{ value: chinese, kind: 'legal' as const, language: 'zh' as const }]),
    ],
    identifiers: [],
    place: placeOf({ province: place, city: cell('City'), name: chinese }),
    credentials: [
      {
        gate: 'accreditation',
        code: 'jci',
        status: 'accredited',
        scope: { kind, text: programme },
        issuer: 'Joint Commission International',
        programme,
        ...(from !== '' && { eventDate: from, validFrom: from }),
        ...(through !== '' && { validUntil: through }),
      },
    ],
  };
});
