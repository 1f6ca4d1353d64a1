import type { InstitutionQuestion } from '../../../schema/question.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { nameKeys } from '../../name-keys/keys.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { isOwnWord } from '../../names/parse/parts.ts';
import { asHospital } from '../../names/parse/respelled.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { countiesSpelled, provincesOrCitiesSpelled, townsSpelled } from '../../places/english-names.ts';
import { placeNamed } from '../../places/place-names.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { SIGNS_BETWEEN, trimSigns } from '../../text/trim-signs.ts';
import { placeFit } from '../asked-place.ts';
import { inSameOrder } from '../model/own-name.ts';
import { trailingBracket } from '../name-cuts.ts';
import { saysEqual } from '../results.ts';

/** A name, and the place that stands apart from it. */
type Parted = Readonly<{ name: string; place: string }>;

const HOUSE = /(?:医院|中心|院|所|部)$|\b(?:hospital|clinic|cent(?:er|re)|institute)s?\b/iu;
/** "The Ninth Hospital of Changsha": the place is in the name. */
const GOES_ON = /\b(?:of|and|the)$/iu;
const CLAUSE = /^(.{2,60}?)[\s,，、;；·]{1,4}(\p{Script=Han}{2,12})$/u;
const CLAUSE_BEFORE = /^(\p{Script=Han}{2,12})[\s,，、;；·]{1,4}(\p{Script=Han}{2,60})$/u;
/** Most clauses, and most words, of a place. */
const MOST = 3;

/** "Lihuili" of "Lihuili Ningbo": a hospital's own word in Latin letters, to which the word for a house is added; null for any other name. */
const withHouse = (own: string): string | null =>
  isOwnWord(parseName(own)) && countiesSpelled(own).length === 0 ? (asHospital(own)[0] ?? null) : null;

/** What a name is asked as, beside its place: as it stands where it says a house. */
const askedAs = (own: string): string | null =>
  HOUSE.test(own) ? (own.replace(HOUSE, '').trim() === '' || GOES_ON.test(own) ? null : own) : withHouse(own);

/** Whether words are a province or a city, or a town after which the name is called: a district alone may be a campus (瑞金医院 嘉定). */
const isPlaceOf = ({ name, place }: Parted): boolean => {
  const { places, unread, apart, mistyped } = statedPlaces({ city: place });
  if (places.length === 0 || unread !== null || apart !== null || mistyped !== null) return false;
  const [first = ''] = place
    .toLowerCase()
    .split(/[,，]/u)
    .map((word) => word.trim());
  const level = hasHan(place) ? placeNamed(simplify(place))?.level : undefined;
  return (
    (level !== undefined && level < 3) ||
    provincesOrCitiesSpelled(first).length > 0 ||
    name.toLowerCase().includes(first)
  );
};

/** Whether the place behind a name is the one stated beside it. */
const isSaidAgain = (stated: Pick<InstitutionQuestion, 'province' | 'city'>, behind: string): boolean => {
  const [asked, ...others] = statedPlaces(stated).places;
  const [said, ...more] = statedPlaces({ city: behind }).places;
  return (
    asked !== undefined &&
    said !== undefined &&
    others.length + more.length === 0 &&
    placeFit(said, asked) === 'agrees'
  );
};

/** "Taizhou Hospital of Zhejiang Province": the province of a town that is named before the house; without a town it is the province's own hospital. */
const OF_PROVINCE = /^(.{3,100}?\bhospital) of (\S{4,12}(?: \S{4,12})? province)$/iu;
const ofProvince = (text: string): readonly Parted[] => {
  const [, name = '', place = ''] = OF_PROVINCE.exec(text) ?? [];
  return name.split(' ').some((word) => townsSpelled(word).length > 0) ? [{ name, place }] : [];
};

const inLatin = (text: string): readonly Parted[] => {
  const clauses = text.split(',').map((clause) => clause.trim());
  const words = text.split(/\s+/u);
  const counts = Array.from({ length: MOST }, (_, at) => MOST - at);
  return [
    ...ofProvince(text),
    ...counts.map((count) => ({
      name: clauses.slice(0, -count).join(', '),
      place: clauses.slice(-count).join(', '),
    })),
    ...counts.map((count) => ({
      name: words.slice(0, -count).join(' '),
      place: words.slice(-count).join(' '),
    })),
  ];
};

const partings = (text: string): readonly Parted[] => {
  const bracket = trailingBracket(text);
  if (bracket !== null) return [{ name: bracket.before, place: bracket.inside }];
  if (!hasHan(text)) return inLatin(text);
  const [, name = '', place = ''] = CLAUSE.exec(text) ?? [];
  const [, before = '', own = ''] = CLAUSE_BEFORE.exec(text) ?? [];
  return [
    { name, place },
    { name: own, place: before },
  ];
};

/**
 * The question with a city or province behind its name (中山大学附属第一医院 广州, “Beijing Chest Hospital, Beijing, China”, “Lihuili Ningbo”, 昆山市第一人民医院（昆山）) as its city, and so with one before a Chinese name, apart from it (南京 肿瘤医院); null
 * where nothing of the kind stands there, or another place is stated beside the name: one that is stated once more is read once.
 */
export const placeBehind = (question: InstitutionQuestion): InstitutionQuestion | null => {
  const { name, city, province, address } = question;
  if (name === undefined || address !== undefined) return null;
  const stated = city !== undefined || province !== undefined;
  for (const one of partings(name.trim())) {
    const own = trimSigns(one.name.trimEnd().replace(/ in$/iu, ''), SIGNS_BETWEEN);
    const asked = askedAs(own);
    if (asked === null || !isPlaceOf({ name: own, place: one.place })) continue;
    if (!stated) return { ...question, name: asked, city: one.place };
    if (isSaidAgain({ province, city }, one.place)) return { ...question, name: asked };
  }
  return null;
};

/** The name on record that is the line as a whole, its place among the words of it, of whoever is settled on; undefined for none. */
const wholeName = (line: string, { id, why }: Identification): string | undefined =>
  id === null
    ? undefined
    : why
        .filter(saysEqual)
        .map(({ params }) => String(params.name))
        .map((name) => (hasHan(line) ? name : (translateName(name) ?? name)))
        .find((name) => nameKeys(name).full === nameKeys(line).full);

/** Whether no name on record is like it, and nothing else was found out about it. */
const isUnknown = ({ why: [first] }: Identification): boolean => first?.code === 'name.not-found';

/** What a hospital's own word with its place behind comes to ("Lihuili Ningbo") before it is read as one there. */
const MAY_BE_READ: ReadonlySet<string> = new Set(['none', 'ambiguous']);

/**
 * Who is meant by a line with a place apart from the name: whoever the name means there, since a line and two fields say the same. `asTyped`: what is found for the line as a
 * whole, which stands where neither settles (a town behind a hospital elsewhere may be that of a part of it), unless nobody is known by it and several are called so there (二院 杭州), and where somebody bears all of it ("Ruijin Hospital Hainan"),
 * but for the words of a name in another order where several are called by the rest there ("Cancer Hospital Guangzhou").
 */
export const inPlaceBehind = (
  line: string,
  asTyped: Identification,
  there: Identification,
): Identification => {
  if (!hasHan(line) && !HOUSE.test(line))
    return MAY_BE_READ.has(asTyped.match) && there.id !== null ? there : asTyped;
  if (asTyped.id === null && there.id === null)
    return isUnknown(asTyped) && there.match === 'ambiguous' ? there : asTyped;
  const whole = wholeName(line, asTyped);
  return whole === undefined || (there.match === 'ambiguous' && !inSameOrder(whole, line)) ? there : asTyped;
};
