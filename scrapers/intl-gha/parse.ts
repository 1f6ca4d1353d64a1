import { type Parse, ShapeError } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { htmlCards } from '../../src/readers/formats/html-sections.ts';
import { china } from './lookups.ts';

const WHOLE = 20;

/** The last part of "City, Country". */
const countryOf = (line: string): string => line.split(',').at(-1)?.trim().toLowerCase() ?? '';

/** One accredited organisation in China a card: its first line is the name, another its city and country. */
export const parse: Parse = function* ({ body }) {
  const cards = htmlCards(body, 'directory-card');
  if (cards.length < WHOLE)
    throw new ShapeError(`the page has ${cards.length} cards, at least ${WHOLE} are expected`);
  const placed = cards.filter((lines) => lines.some((line) => line.includes(',')));
  if (placed.length < cards.length / 2) throw new ShapeError('the cards print no city and country any more');
  for (const [at, [name = '', ...lines]] of cards.entries()) {
    const where = lines.find((line) => china[countryOf(line)] !== undefined);
    if (where === undefined) continue;
    yield {
      kind: 'institution',
      row: at + 1,
      key: name,
      raw: { card: [name, ...lines].join(' | ') },
      names: [{ value: name, kind: 'english', language: 'en' }],
      identifiers: [],
      place: placeOf({ province: china[countryOf(where)] ?? '', city: where.split(',')[0]?.trim() }),
      credentials: [
        {
          gate: 'accreditation',
          code: 'gha',
          status: 'accredited',
          scope: { kind: 'department', text: 'medical travel programme' },
          issuer: 'Global Healthcare Accreditation',
        },
      ],
    };
  }
};
