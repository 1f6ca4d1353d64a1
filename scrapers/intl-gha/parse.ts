import type { Credential } from '../../schema/credential.ts';
import type { SourceIssue } from '../../schema/record.ts';
import { type Parse, ShapeError } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { type CardFields, htmlCardFields } from '../../src/readers/formats/html-sections.ts';
import { dateIn, termIn } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { china, facilitator, facility } from './lookups.ts';

const WHOLE = 20;

/** The parts of a card that are read; its telephone, mail address and description are left on the page. */
const PARTS = {
  name: 'h2',
  programme: '.accreditation-container .gha-new-paragraph.bold',
  term: '.accreditation-container .gha-new-paragraph.small',
  where: '.address-container:not(.language, .location, .website) > *',
} as const;
type Card = CardFields<keyof typeof PARTS>;

/** "October 26, 2021 - October 26, 2024" ends; "Since May 2, 2026" begins and prints no end. */
const termOf = (printed: string): Pick<Credential, 'validFrom' | 'validUntil'> | null => {
  const term = termIn(printed.replace(/\s-\s/u, ' to '));
  if (term !== null) return { validFrom: term.from, validUntil: term.until };
  const from = /^since\b/iu.test(printed) ? dateIn(printed) : null;
  return from === null ? null : { validFrom: from };
};

const credentialOf = (programme: string, printed: string, row: number): Credential | SourceIssue | null => {
  if (facilitator.test(programme)) return null;
  if (!facility.test(programme))
    return issue('unknown-word', row, 'programme', `"${programme}" is no known programme`);
  const term = termOf(printed);
  if (term === null) return issue('bad-date', row, 'term', `"${printed}" is no term`);
  return {
    gate: 'accreditation',
    code: 'gha',
    status: 'accredited',
    scope: { kind: 'department', text: 'medical travel programme' },
    issuer: 'Global Healthcare Accreditation',
    programme,
    ...term,
  };
};

const rawOf = (card: Card): Record<string, string> =>
  Object.fromEntries(Object.entries(card).map(([part, texts]) => [part, texts.join(' | ')]));

/** City and country stand on both sides of a bar; either may come first. */
const placeIn = ({ where }: Card): Readonly<{ province: string; city: string | undefined }> | null => {
  const words = where.filter((word) => word !== '|');
  const country = words.find((word) => china[word.toLowerCase()] !== undefined);
  if (country === undefined) return null;
  return { province: china[country.toLowerCase()] ?? '', city: words.find((word) => word !== country) };
};

/** One accredited organisation in China a card. Travel agencies hold a mark of another kind and are no institutions. */
export const parse: Parse = function* ({ body }) {
  const cards = htmlCardFields(body, 'directory-card', PARTS);
  if (cards.length < WHOLE)
    throw new ShapeError(`the page has ${cards.length} cards, at least ${WHOLE} are expected`);
  const whole = cards.filter((card) => Object.values(card).every((texts) => texts.length > 0));
  if (whole.length < cards.length * 0.9)
    throw new ShapeError('the cards print no name, programme, term and country any more');
  for (const [at, card] of cards.entries()) {
    const place = placeIn(card);
    if (place === null) continue;
    const row = at + 1;
    const found = card.programme.map((programme, of) => credentialOf(programme, card.term[of] ?? '', row));
    for (const one of found) if (one !== null && 'kind' in one) yield one;
    const credentials = found.filter((one): one is Credential => one !== null && !('kind' in one));
    const [name] = card.name;
    if (credentials.length === 0 || name === undefined) continue;
    yield {
      kind: 'institution',
      row,
      key: name,
      raw: rawOf(card),
      names: [{ value: name, kind: 'english', language: 'en' }],
      identifiers: [],
      place: placeOf(place),
      credentials,
    };
  }
};
