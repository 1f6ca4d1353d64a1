import type { InstitutionQuestion } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import { nameKinds } from '../../../schema/record.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { nameKeys } from '../../name-keys/keys.ts';
import { blockingKeysOf, exactKey } from '../../names/index/blocking-keys.ts';
import { namesUnder } from '../../names/index/candidate-generation.ts';
import { comesNear } from '../../names/index/comes-near.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { inFull } from '../../names/parse/spelled-out.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan } from '../../text/han.ts';
import { ANYWHERE, type AskedPlace, placeFit, placesAsked, placeText } from '../asked-place.ts';
import { looksLikeNumber } from '../by-number.ts';
import { notTheFamousOne } from '../famous/lookalike.ts';
import { isFamousWordAlone } from '../famous/protected.ts';
import { isGeneric } from '../generic-name.ts';
import { nameFinderFor } from '../kept-index/name-finders.ts';
import { strongMatch } from '../results.ts';
import { isOfItsCollege } from '../several/of-house.ts';
import { withoutDepartment } from './asked-name.ts';

/** Kinds of names by which lists print an institution. */
const PRINTED = ['legal', 'second', 'english'] as const;
type Printed = (typeof PRINTED)[number];
const KINDS: readonly string[] = PRINTED;

const isPrinted = (kind: string | undefined): kind is Printed => KINDS.includes(kind ?? '');

/** A name on record that is the whole name asked, and its kind. */
type OwnName = Readonly<{ name: number; kind: Printed }>;

/** Whether a name says by itself where it stands or whose it is. One that does not may be that of many (泰和医院). */
const saysWhich = (readings: readonly NameParts[]): boolean =>
  readings.some((parts) => parts.places.length + parts.districts.length + parts.parent.length > 0);

/** "Hubei Provincial Hospital": an English name so plain is looked at with what the Chinese ones say (several/open-name.ts). */
const saysNoMoreThanPlace = (readings: readonly NameParts[]): boolean =>
  readings[0]?.script === 'latin' &&
  readings.every((parts) => saysNone(parts, 'core', 'districts', 'parent', 'specialties'));

const wordsOf = (name: string): string =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');

/** Keys of names in Latin letters hold their words in no order: "Jiangsu Hospital Cancer" is no Jiangsu Cancer Hospital. */
export const inSameOrder = (one: string, other: string): boolean =>
  hasHan(one) || wordsOf(one) === wordsOf(other);

/**
 * The whole name asked, as it is printed for one institution; null where anybody else is called so, in full, in short or in our English words
 * (Chongqing Dental Hospital). Of several that read alike, the one that is written as it was `typed`, then the registered one.
 */
const ownName = (index: NameIndex, full: string, typed: string): OwnName | null => {
  const key = exactKey(full);
  const under = namesUnder(index, [key]);
  const whole = under
    .filter((name) => index.fullKey[name] === key)
    .map((name) => ({ name, kind: nameKinds[index.nameKind[name] ?? 0], value: index.names.at(name) }));
  const [first] = whole;
  if (first === undefined || under.some((other) => index.owner[other] !== index.owner[first.name]))
    return null;
  if (!whole.every(({ kind }) => isPrinted(kind))) return null;
  const rank = ({ kind, value }: (typeof whole)[number]): number =>
    (value === typed ? 0 : PRINTED.length) + KINDS.indexOf(kind ?? '');
  const [best = first] = whole.toSorted((a, b) => rank(a) - rank(b));
  // Keys are hashes: what is settled without a comparison has the very text.
  return isPrinted(best.kind) && nameKeys(best.value).full === full && inSameOrder(best.value, typed)
    ? { name: best.name, kind: best.kind }
    : null;
};

/**
 * So near a name of another, whom an authority's list names, may come at most, as a part of all that the name asked shares with itself. Of the 8,471
 * bundled names that pass everything else two mean somebody else all the same, one whose name comes to .81 (同济医院附属梨园医院 for 同济医学院附属梨园医院).
 */
const NEAREST = 0.5;

const isFarFromOthers = (index: NameIndex, readings: readonly NameParts[], institution: number): boolean => {
  const { owner, standing } = index;
  const isAnothers = (name: number): boolean =>
    owner[name] !== institution && (standing[owner[name] ?? 0] ?? 0) > 0;
  return !readings.some((parts) => comesNear(index, blockingKeysOf(parts, null), isAnothers, NEAREST));
};

/** The ways to read a name. One that is written as it is printed was read when the index was made; only what is shortened is read in full as well. */
const readingsOf = (index: NameIndex, own: OwnName, name: string): readonly NameParts[] =>
  hasHan(name) && index.names.at(own.name) === name && inFull(name) === null
    ? [index.partsAt(own.name)]
    : parseReadings(name);

/**
 * Who bears this name, where no other name on record needs to be compared: the name is printed for one institution alone, says where it stands or whose it
 * is, and nothing that an authority lists is called nearly so. Then it is the one whom `byTypedName` settles on, with a `score` of 1 instead of how likely it is
 * among others, at a fifth of the work. Null for every other name. `place`: stated beside it.
 */
export const byOwnName = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
): Promise<Identification | null> => {
  const { full } = nameKeys(name);
  if (full === '' || isFamousWordAlone(name, reader)) return null;
  const { index } = await nameFinderFor(reader);
  // Of most names it is known at once that no list prints them.
  const own = ownName(index, full, name);
  if (own === null || isOfItsCollege(name, index.names.at(own.name))) return null;
  const readings = readingsOf(index, own, name);
  if (isGeneric(name, readings) || withoutDepartment(name).department !== '') return null;
  if (!saysWhich(readings) || saysNoMoreThanPlace(readings)) return null;
  const institution = index.owner[own.name] ?? 0;
  const fit = placeFit(place, index.places.at(institution));
  if (fit === 'differs' || fit === 'unknown' || !isFarFromOthers(index, readings, institution)) return null;
  const id = index.institutions.at(institution);
  return strongMatch(id, 1, [
    reason(`name.${own.kind}.equal`, { name: index.names.at(own.name) }),
    ...(fit === 'agrees' ? [reason('place.agrees', { place: placeText(place) })] : []),
    ...(await notTheFamousOne(name, id, reader)),
  ]);
};

/** The one place that is stated beside a name, by province and city alone; null where that is not all that is asked, or no one place. */
const onlyPlaceAsked = (question: InstitutionQuestion): AskedPlace | null => {
  const { name: _, province, city, ...rest } = question;
  if (Object.values(rest).some((one) => one !== undefined)) return null;
  if (province === undefined && city === undefined) return ANYWHERE;
  const { places, unread, apart, mistyped } = placesAsked(question);
  return places.length > 1 || unread !== null || apart !== null || mistyped !== null
    ? null
    : (places[0] ?? ANYWHERE);
};

/**
 * The same for a question that is no more than a name as it is printed, letter for letter, and perhaps its place: whatever words of it could say besides (a
 * department, a place behind it, a title), it is the name that an authority prints. Null for every other question.
 */
export const asPrinted = async (
  question: InstitutionQuestion,
  reader: Reader,
): Promise<Identification | null> => {
  const { name } = question;
  if (name === undefined || looksLikeNumber(name)) return null;
  const place = onlyPlaceAsked(question);
  const own = place === null ? null : await byOwnName(name, place, reader);
  return own?.why[0]?.params.name === name ? own : null;
};
