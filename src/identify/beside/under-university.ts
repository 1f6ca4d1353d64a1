import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { townOfUniversity } from '../../names/compare/compare-place.ts';
import { parseName, parseReadings } from '../../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { townsSpelled } from '../../places/english-names.ts';
import { placeNamed } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { ANYWHERE, type AskedPlace } from '../asked-place.ts';
import { isGeneric } from '../generic-name.ts';
import { saysEqual } from '../results.ts';
import type { Search, Step } from '../search.ts';
import { bodyOfPlain, inSeveralBodies, isAnySchool, lineOf } from './bodies-in-line.ts';
import { isItsBody, universityCalled } from './its-body.ts';

const JOINTS = / (?:of|at|affiliated (?:to|with|of)) (?:the )?/giu;
const UNIVERSITY = /\b(?:university|college)\b/iu;

/** "Quanzhou First Hospital Affiliated to Fujian Medical University": a house, and whose it is, within one clause; the clause and '' for any other. */
export const ofBody = (clause: string): readonly [string, string] => {
  for (const { index, 0: joint } of [...clause.matchAll(JOINTS)].reverse()) {
    const body = clause.slice(index + joint.length);
    if (UNIVERSITY.test(body)) return [clause.slice(0, index), body];
  }
  return [clause, ''];
};

/** "The Affiliated Wuxi People's Hospital of Nanjing Medical University": the word for the tie stands before the hospital's own name. */
const AFFILIATED = /^(?:the )?affiliated (?=\S{3,30} (?:\S{1,20} ){0,6}(?:hospital|cent(?:er|re))$)/iu;

/** A line with one hospital, the universities it is said to be of, what else stands around, and what a university calls it in the same line, '' for nothing. */
type Parted = Readonly<{ line: string; house: string; called: string; bodies: readonly string[] }>;

/** Most universities of one line that are looked up. */
const MOST = 2;

/** Whether a name says no more than one of the same hospital beside it: no other word, work or town, and any number among a university's. */
export const saysNoMore = (called: NameParts, own: NameParts): boolean =>
  called.core.every((word) => own.core.includes(word)) &&
  called.places.every((place) => own.places.includes(place)) &&
  called.specialties.every((one) => own.specialties.includes(one)) &&
  called.kinds.every((kind) => kind === 'affiliated' || own.kinds.includes(kind)) &&
  (called.ordinal === null || called.ordinal === own.ordinal || called.kinds.includes('affiliated')) &&
  called.branch + called.department === '' &&
  called.districts.length === 0;

/** A hospital by its own name, and by what a university calls it ("The Third Affiliated Hospital of Soochow University"); null for any other two. */
const calledBesides = (houses: readonly string[]): Readonly<{ own: string; called: string }> | null => {
  const [first = '', second = '', ...more] = houses;
  if (second === '' || more.length > 0) return null;
  const says = (called: string, own: string) =>
    ofBody(own)[1] === '' && saysNoMore(parseName(ofBody(called)[0]), parseName(own));
  if (says(second, first)) return { own: first, called: second };
  return says(first, second) ? { own: second, called: first } : null;
};

const parted = (name: string): Parted | null => {
  const { houses, bodies, others } = lineOf(name);
  const plain = houses.map(bodyOfPlain).filter((body) => body !== '');
  const named = houses.filter((house) => bodyOfPlain(house) === '');
  const both = calledBesides(named);
  const [only, ...more] = both === null ? named : [both.own];
  if (only === undefined || more.length > 0) return null;
  const [said, body] = ofBody(only);
  const own = said.replace(AFFILIATED, '');
  const all = [body, ofBody(both?.called ?? '')[1], ...plain, ...bodies].filter(
    (one) => one !== '' && !isAnySchool(one),
  );
  if (all.length === 0 || all.length > MOST || UNIVERSITY.test(own) || isGeneric(own)) return null;
  const called = both === null ? '' : [both.called, ...bodies].join(', ');
  return { line: [own, ...others].join(', '), house: own, called, bodies: all };
};

/** The province or town of a university, as a place beside a name. */
export const seatOf = (body: string): AskedPlace => {
  const seat = townOfUniversity(body);
  const { province = null, city = null } = (seat === null ? null : placeNamed(seat)) ?? {};
  // A municipality is its own city.
  return { province, city: city ?? (province?.endsWith('市') === true ? province : null) };
};

/** Whether the hospital's words say no place of the university's province: "Tongren Hospital" of one in Shanghai is named by its word, and not by a city elsewhere. */
const saysNoPlace = ({ place, readings }: Search, seat: AskedPlace): boolean =>
  place.province === null &&
  place.city === null &&
  !readings.some(
    ({ places, districts }) =>
      districts.length > 0 ||
      places.some((one) => one.split('|').some((name) => placeNamed(name)?.province === seat.province)),
  );

export const saysWhole = (one: Reason): boolean => saysEqual(one) && one.code !== 'name.short.equal';
/** Whether somebody is settled on by a whole name of his own, and no alias or word that others bear as well (明基医院 of Suzhou and of Nanjing). */
const isByOwnName = ({ why }: Identification, { names }: Dossier): boolean =>
  why.every(({ code }) => code !== 'name.others-bear-it') &&
  why.some(
    (one) =>
      saysWhole(one) &&
      names.some(({ value, kind }) => value === String(one.params.name) && kind !== 'alias'),
  );

export type Meant = Readonly<{ found: Identification; dossier: Dossier }>;

/** The record of whoever is meant by the hospital's words alone; where they say no place, in the town that is said beside them or of the university, if an authority lists it there. */
const ofHouse = async (search: Search, { line }: Parted, seat: AskedPlace, settles: Step) => {
  const other = search.other(line);
  const bySeat = seat.city !== null && saysNoPlace(other, seat);
  const there = bySeat ? await search.ask(line, seat, true) : null;
  // "Yuebei People's Hospital" of Shantou's university stands in another town of the province.
  const isThere = there !== null && there.id !== null;
  const found = isThere ? there : await settles(other);
  const dossier = found === null || found.id === null ? undefined : await search.reader.dossier(found.id);
  if (found === null || dossier === undefined) return null;
  if (bySeat && !isThere && !isByOwnName(found, dossier)) return null;
  const byPlace = bySeat || other.place.city !== null;
  return byPlace && dossier.credentials.length === 0 ? null : { found, dossier };
};

/** The provinces of the towns that words of a hospital may stand for: Huai'an, Xiaoshan. */
const provincesOfTowns = ({ places, core }: NameParts): readonly (string | undefined)[] =>
  [
    ...places.flatMap((one) => one.split('|')),
    ...core.flatMap((word) => townsSpelled(word).map(({ city }) => city)),
  ].map((town) => placeNamed(town)?.province);

/**
 * "Rugao Hospital of Nantong University": a town of its province and no other word, which is what a university calls its hospital there, whatever that one is called itself. Only
 * whose whole name that is, is meant.
 */
const isCalledByTown = (house: string, { province }: AskedPlace): boolean =>
  parseReadings(house).some(
    (parts) =>
      saysNone(parts, 'parent', 'specialties', 'ordinal') &&
      parts.kinds.every((kind) => kind === 'affiliated') &&
      provincesOfTowns(parts).includes(province ?? undefined),
  );

/** Bodies of which a hospital has one: a company's hospital may be a university's as well. */
const ONE_OF: ReadonlySet<string> = new Set(['university', 'medicalcollege', 'college', 'academy', 'pla']);

/** Whether a text says the town where a hospital stands. */
const saysTown = (text: string, { place: { city } }: Dossier): boolean =>
  city != null && parseName(text).places.includes(city);

/**
 * Whether a record may be of a university: it stands in that one's province, and no name of it states another, unless what the university calls it says its town ("The Affiliated
 * Foshan Hospital of Sun Yat-sen University").
 */
export const mayBeOf = (
  words: string,
  seat: AskedPlace,
  { called }: Pick<Parted, 'called'>,
  { found, dossier }: Meant,
): boolean => {
  const ofAnother = dossier.names.some(({ value }) =>
    parseName(value).parent.some((word) => ONE_OF.has(word)),
  );
  const isToldByTown = saysTown(called, dossier) && found.why.some(saysWhole);
  return (
    seat.province === dossier.place.province && (!ofAnother || isItsBody(words, dossier) || isToldByTown)
  );
};

/**
 * "Xingtai People's Hospital of Hebei Medical University", "Puren Hospital, Wuhan University of Science and Technology": universities take on the hospitals of their
 * province, and lists say so years later or never; but a number or a kind alone is the university's own. Whoever is meant by the hospital's own words, where no list puts it under another body; the university is said not to be on record.
 * Null for any other line.
 */
const underUniversity = async (search: Search, settles: Step): Promise<Identification | null> => {
  if (hasHan(search.name)) return null;
  const line = parted(search.name);
  if (line === null) return null;
  const seats = line.bodies.map((body) => {
    const known = universityCalled(body);
    return known === undefined ? ANYWHERE : seatOf(known);
  });
  if (seats.some(({ province }) => province === null)) return null;
  const meant = await ofHouse(search, line, seats[0] ?? ANYWHERE, settles);
  if (meant === null) return null;
  const { found } = meant;
  if (isCalledByTown(line.house, seats[0] ?? ANYWHERE) && !found.why.some(saysWhole)) return null;
  if (!line.bodies.every((body, at) => mayBeOf(body, seats[at] ?? ANYWHERE, line, meant))) return null;
  const other = line.called === '' ? null : await settles(search.other(line.called));
  if (other !== null && other.id !== found.id) return null;
  const said = reason('name.body-aside', { name: line.house, body: line.bodies.join(', ') });
  return { ...found, why: [...found.why, said] };
};

/** A line in Latin letters with a hospital under its bodies, or under a university that its record does not speak of; null for any other. */
export const underBodies = async (search: Search, settles: Step): Promise<Identification | null> =>
  (await inSeveralBodies(search, settles)) ?? underUniversity(search, settles);
