import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { hasHan } from '../../text/han.ts';
import { NAMED_THERE } from '../model/named-there.ts';
import type { Search, Step } from '../search.ts';
import { isAnySchool, lineOf } from './bodies-in-line.ts';
import { isItsBody, universityCalled } from './its-body.ts';
import { isGroup } from './read-words.ts';
import { type Meant, mayBeOf, ofBody, saysNoMore, saysWhole, seatOf } from './under-university.ts';

/** More of either are several hospitals' line. */
const MOST = { houses: 3, others: 4 };
const INSTITUTE = /\binstitute\b/iu;
/** Words of an institute that say no work of their own. */
const OF_INSTITUTE: ReadonlySet<string> = new Set(['research', 'institute', 'clinical']);

/** "Shenzhen Institute of Cardiology": with its work before the word, so that it is no department of that work. */
const workFirst = (clause: string): string =>
  clause.replace(/^(.{2,40})\binstitute of (.{3,60})$/iu, '$1$2 Institute');

/** "Jiangsu Institute of Cancer Research" beside the province's cancer hospital: an institute of the hospital's own town and work. */
const isItsInstitute = (clause: string, { names, place }: Dossier): boolean => {
  const { core, parent, kinds, specialties, places, districts, department } = parseName(workFirst(clause));
  const works = names.flatMap(({ value }) => parseName(value).specialties);
  return (
    INSTITUTE.test(clause) &&
    specialties.length > 0 &&
    specialties.every((work) => works.includes(work)) &&
    core.every((word) => OF_INSTITUTE.has(word)) &&
    parent.length + kinds.length + districts.length + department.length === 0 &&
    places.every((one) => one.split('|').some((name) => name === place.province || name === place.city))
  );
};

/** "Fujian Medical University Cancer Hospital": a university before what it calls the hospital. */
const AHEAD = /^((?:\S{1,20} ){1,6}?(?:university|college)) (?!of\b)(\S.*)$/iu;
const houseAndBody = (clause: string): readonly [string, string] => {
  const [, body = '', house = ''] = AHEAD.exec(clause) ?? [];
  return body === '' ? ofBody(clause) : [house, body];
};

/** What one more clause of a line says: '' where it says the same hospital or body again, a university that is set aside, or null for anything else. */
type Said = string | null;

/** A university that may be the hospital's. */
const asideIf = (body: string, called: string, meant: Meant): Said => {
  const known = universityCalled(body);
  return known !== undefined && mayBeOf(body, seatOf(known), { called }, meant) ? body : null;
};

/** Whether a clause is a name of this hospital where it stands, whoever else may be called so elsewhere: "Puai Hospital". */
const names = (clause: string, { found, dossier }: Meant, { likelyFor }: Search): boolean => {
  const { province = null, city = null } = dossier.place;
  return likelyFor(clause, { province, city }).some(
    (one) => one.id === found.id && (one.key !== null || one.features.has(NAMED_THERE)),
  );
};

/** A school of any university, another name of the hospital, or a university by its whole name ("Fudan University Beiyuan" is a part of one) that is its own or may be. */
const bodySays = (body: string, meant: Meant, search: Search): Said => {
  if (isAnySchool(body) || names(body, meant, search)) return '';
  return universityCalled(body) !== undefined && isItsBody(body, meant.dossier)
    ? ''
    : asideIf(body, '', meant);
};

/** What a university calls the hospital says no other word, work or town than its own name. */
const houseSays = (clause: string, own: NameParts, meant: Meant, search: Search): Said => {
  if (names(clause, meant, search)) return '';
  const [house, body] = houseAndBody(clause);
  if (body === '' || !saysNoMore(parseName(house), own)) return null;
  return isItsBody(body, meant.dossier) ? '' : asideIf(body, clause, meant);
};

type Answer = Readonly<{ house: string; found: Identification | null }>;

/** The one hospital that houses of a line settle on, by a whole name of it or by two; null where none does, or several. */
const meantBy = (answers: readonly Answer[]): Identification | null => {
  const found = answers.flatMap((one) => (one.found?.id == null ? [] : [one.found]));
  const [first = null, ...more] = found;
  const isSure = more.length > 0 || first?.why.some(saysWhole) === true;
  return isSure && more.every(({ id }) => id === first?.id) ? first : null;
};

/**
 * "Hunan Cancer Hospital & The Affiliated Cancer Hospital of Xiangya School of Medicine, Central South University", "Jiangsu Cancer Hospital & Jiangsu Institute of Cancer
 * Research": a line in Latin letters with several names of one hospital. Whoever is settled on by one of them, where every other clause is a name, a body or an institute of the
 * same hospital, or a university that it may be of. Null for any other line.
 */
export const inOtherNames = async (search: Search, settles: Step): Promise<Identification | null> => {
  if (hasHan(search.name) || !/[,;&/(]|\band\b/iu.test(search.name)) return null;
  const { houses, bodies, others } = lineOf(search.name);
  const institutes = others.filter((one) => INSTITUTE.test(one));
  const places = others.filter((one) => !INSTITUTE.test(one));
  const more = houses.length + bodies.length + institutes.length - 1;
  if (houses.length === 0 || houses.length > MOST.houses || more < 1 || more > MOST.others) return null;
  const answers: Answer[] = [];
  for (const house of houses)
    answers.push({ house, found: await settles(search.other([house, ...places].join(', '))) });
  const found = meantBy(answers);
  const dossier = found?.id == null ? undefined : await search.reader.dossier(found.id);
  if (found === null || dossier === undefined || isGroup(dossier)) return null;
  const meant = { found, dossier };
  const name = answers.find((one) => one.found === found)?.house ?? '';
  const { city } = dossier.place;
  const own = parseName(name);
  const there = city == null ? own : { ...own, places: [...own.places, city] };
  const said = [
    ...answers.map((one) => (one.found?.id == null ? houseSays(one.house, there, meant, search) : '')),
    ...bodies.map((body) => bodySays(body, meant, search)),
    ...institutes.map((one) => (isItsInstitute(one, dossier) ? '' : null)),
  ];
  if (said.includes(null)) return null;
  const body = [...new Set(said)].filter((one) => one !== '').join(', ');
  return body === '' ? found : { ...found, why: [...found.why, reason('name.body-aside', { name, body })] };
};
