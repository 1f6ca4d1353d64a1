import { countryWords } from '../../../schema/lexicon/address-words.ts';
import { cutWords } from '../../../schema/lexicon/house-sorts.ts';
import { besideNameWords } from '../../../schema/lexicon/words-beside.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { endsInCountry } from '../../places/countries.ts';
import { isDepartmentWord } from './departments.ts';
import { houseOf, isSide, ORG, SIDE } from './latin-clauses.ts';
import { clausesOf, piecesOf } from './latin-pieces.ts';
import { englishTokens } from './latin-words.ts';

/** Somebody's name stands behind it. */
const TITLED = /^(?:dr|prof|professor|doctor|mr|mrs|ms|chief)\b/u;
/** What stands behind one of these is where somebody works, or for whom: "Prof. Wang's team in Phuket"; "of" may be of what. */
/** Most words of a person's name and degrees. */
const MOST_WORDS = 4;
const NO_PERSON: ReadonlySet<string> = new Set([
  ...besideNameWords.partEndings.en,
  ...besideNameWords.notParts.en,
]);

/** Whether words behind a title end in a country or a town abroad. Jordan and Sydney may be persons, "Bangkok Thailand" and "Smith Bangkok" are not. */
const endsAbroad = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? '';
  if (countryWords.alsoPersons.includes(last)) return false;
  return endsInCountry(words.join(' ')) || (words.length > 1 && saidAbroad(last) !== null);
};

/**
 * Whether a clause in small letters is a person: a title, a few words, and what they work at ("Dr. Wang, cardiology"), and not whom they work for, a clinic of their own
 * or a place.
 */
export const isTitledPerson = (text: string): boolean => {
  if (!TITLED.test(text)) return false;
  const words = text
    .replace(TITLED, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const ofWhat = words.indexOf('of') + 1;
  return (
    words.filter((word) => !isDepartmentWord(word)).length <= MOST_WORDS &&
    !words.some((word) => NO_PERSON.has(word) || cutWords.prepositions.has(word)) &&
    (ofWhat === 0 || isDepartmentWord(words[ofWhat] ?? '')) &&
    !endsAbroad(words)
  );
};

/** A line without the clauses that begin with somebody's title: a person may be called Jordan or Sydney. */
export const withoutPersons = (name: string): string =>
  name
    .split(/[,;]/u)
    .filter((part) => !isTitledPerson(part.trim().toLowerCase()))
    .join(',');

/** Initials with dots or spaces between as one word: "u s a" → usa. */
const joinInitials = (text: string): string =>
  text.replace(/(?<![^ ])[a-z](?: [a-z])+(?![^ ])/gu, (run) => run.replaceAll(' ', ''));

/** A clause of a line that does not name the hospital. `ofPart`: it names a department or another part of one; `ofBody`: the line names a body. */
type ClauseBeside = Readonly<{ text: string; ofPart: boolean; ofBody: boolean }>;

/** The clauses of a line in pieces, and the number of the one that names the hospital; -1 for none. */
const clausesWithHouse = (name: string) => {
  const whole = clausesOf(name);
  const clauses = whole.map(piecesOf);
  const house = houseOf(clauses.flat().join(' , '));
  const at = clauses.findIndex((pieces) => pieces.some((piece) => house.test(piece) && !isSide(piece)));
  return {
    at,
    texts: clauses.map((pieces) => pieces.join(' ')),
    persons: whole.map((clause) => isTitledPerson(clause.trim())),
  };
};

/**
 * The clauses of a line around the one that names the hospital, before it and behind it, which are no body and no person: where it stands, a
 * department, or what else was written there. Phrases are joined as in readings. `named`: the hospital is named outside this text, so every
 * clause is beside it but for one that names a house.
 */
export const clausesBeside = (name: string, named: boolean): readonly ClauseBeside[] => {
  const { at, texts: all, persons } = clausesWithHouse(name);
  const own = at < 0 && !named ? 0 : at;
  const texts = all.map(joinInitials);
  const ofBody = texts.some((text) => ORG.test(text));
  return texts
    .filter((text, number) => number !== own && !ORG.test(text) && persons[number] !== true)
    .map((text) => text.replace(TITLED, '').trim())
    .map((text) => ({ text, ofPart: SIDE.test(text), ofBody }));
};

/** Bodies that are no department of a hospital. */
const INSTITUTE = /\b(?:institute|society|program|research)\b/u;
const CLINIC = /\b(?:poly)?clinics?$/u;

/** Whether a clause in small letters says where what it names stands: "beijing skin clinic". */
const saysPlace = (text: string): boolean => englishTokens(text).some(({ role }) => role === 'place');

/**
 * The houses of their own that are named beside a hospital, as far as the line says: an institute behind it ("Ruijin Hospital, Shanghai Stem Cell Institute") and a clinic
 * on either side ("Beijing Skin Clinic, Huashan Hospital"). Where the line names a university or another body, as papers do, the hospital's own institute and
 * clinic are written there too; but not a clinic that says its place.
 */
export const housesBeside = (name: string): readonly string[] => {
  const { at, texts } = clausesWithHouse(name);
  if (at < 0) return [];
  const ofBody = texts.some((text) => ORG.test(text));
  return texts.filter(
    (text, number) =>
      number !== at &&
      ((!ofBody && number > at && INSTITUTE.test(text)) ||
        (CLINIC.test(text) && (!ofBody || saysPlace(text)))),
  );
};
