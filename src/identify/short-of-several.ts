import { universities } from '../../schema/lexicon/universities.ts';
import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { presentUniversity, universitySeat } from '../name-keys/universities.ts';
import {
  formerNames,
  shortens,
  universitiesCalled,
  universitiesMeant,
} from '../names/compare/short-parent.ts';
import { parseName } from '../names/parse/parse-name.ts';
import { leadingPlace } from '../places/place-names.ts';
import { hasHan } from '../text/han.ts';
import { candidateReasons } from './candidate-reasons.ts';
import { partsOfBearer } from './model/house-of.ts';
import type { Likely } from './model/likelihood.ts';
import { noMatch, strongMatch } from './results.ts';
import {
  asCandidates,
  type Holds,
  type Others,
  oneOfSeveral,
  placeIn,
  type Search,
  type Step,
} from './search.ts';

/** Universities of one short form that are looked up. */
const MOST = 6;
/** How sure a hospital must be by its university's name written out. */
const SURE = 0.5;

/** What provinces are called by one character that does not begin their names: 川医 may be of 四川 as well as of 川北. */
export const PROVINCE = /^[川皖赣湘鄂桂粤闽苏鲁冀晋豫琼滇黔秦陇沪渝蒙]医$/u;

/** The town that a university's name, present or former, says or that is known of it; null where none is. */
const townOf = (university: string): string | null =>
  universitySeat(university) ?? leadingPlace(university)?.place.city ?? null;

/** Whether a hospital is not in the town of the university that was asked for by its former name: 千佛山医院 in Jinan is no 泰山医学院第一附属医院. */
const isElsewhere = (search: Search, former: string, one: Likely): boolean => {
  const [town, { city }] = [townOf(former), placeIn(search, one)];
  return town !== null && city !== null && town !== city;
};

/** Whose name is the one asked with its only university written out, by any of the names that this had: 潍医附院, 潍坊医学院附属医院. Nobody else is near. */
const ofOnlyOne = (search: Search, short: string, university: string, rest: string): Identification => {
  const college = university.replace(/医科大学$/u, '医学院');
  const former = formerNames(university);
  const now = [university, college].some((one) => shortens(short, one)) ? null : former[0];
  const bearers = [university, college, ...former].flatMap((one) => {
    const [best] = search.likelyFor(`${one}${rest}`);
    return best?.key === 'whole' && !(now != null && isElsewhere(search, now, best)) ? [best] : [];
  });
  const [first, ...more] = bearers;
  return first === undefined || PROVINCE.test(short) || more.some(({ id }) => id !== first.id)
    ? noMatch([reason('name.not-found', { name: search.name })], asCandidates(search, bearers))
    : strongMatch(first.id, first.probability, candidateReasons(search.index, search.place, first));
};

/** 潍医: a university of medicine by its place and its work. */
const OF_MEDICINE = /^\p{Script=Han}{1,2}医$/u;

/** What is on record of universities when each is written out before the rest of the name. */
const writtenOut = (
  { likelyFor }: Search,
  universities: readonly string[],
  rest: string,
): readonly Likely[] => {
  const found = new Map<string, Likely>();
  for (const university of universities.slice(0, MOST)) {
    const [best] = likelyFor(`${university}${rest}`);
    if (best !== undefined && best.probability >= SURE) found.set(best.id, best);
  }
  return [...found.values()];
};

/**
 * 青医附院: a hospital of a university in short, as several are called. Each university's own is looked up by its name written out, and those that are on
 * record are to choose from; null for any other name. Of a university of medicine (潍医) whose short form is no other's it is the one, or nobody.
 */
export const shortOfSeveral: Step = (search) => {
  const { name } = search;
  const { parentText, core, text } = parseName(name);
  if (!hasHan(name) || parentText === '' || core.length > 0) return null;
  const universities = universitiesCalled(parentText);
  const rest = text.slice(text.indexOf(parentText) + parentText.length);
  const [only, ...more] = universities;
  if (only !== undefined && more.length === 0 && OF_MEDICINE.test(parentText))
    return ofOnlyOne(search, parentText, only, rest);
  if (universities.length < 2) return null;
  const found = writtenOut(search, universities, rest);
  return found.length < 2 ? null : oneOfSeveral(search, found);
};

/** Kinds of universities, which are no name of one: 理工一院. */
export const KIND = /^(?:理工|科技|工业|师范|交通|民族|医科|医药|中医药|科学技术)$/u;

/** 交大一: a university in short before a number. */
const IN_SHORT = /^\p{Script=Han}{1,3}[大医]$/u;

/** Whether an institution is of the university by a name of its own: in full, or in short as it was asked. */
const isOf = ({ index }: Search, { name }: Likely, university: string, short: string): boolean =>
  partsOfBearer(index, name).some(
    ({ text, parentText }) =>
      text.includes(university) || parentText === short || presentUniversity(parentText) === university,
  );

/** A number of a hospital within its short name, and those by which others of its university are looked for. */
const NUMBER = /[一二三四五六七八九]/gu;
const OTHERS = ['一', '二', '三'];

/** 山大二院: the universities whose hospital of another number is on record by the same short form, since 山大一院 is 山西医科大学第一医院. */
export const calledSoBesides = ({ name, index, likelyFor }: Search, short: string): readonly string[] => {
  const rest = name.slice(name.indexOf(short) + short.length);
  if (rest.match(NUMBER)?.length !== 1) return [];
  return OTHERS.flatMap((number) => {
    const best = [rest.replace(NUMBER, number), `${number}院`]
      .map((one) => likelyFor(short + one)[0])
      .find((one) => one?.key === 'whole');
    if (best === undefined) return [];
    const whose = partsOfBearer(index, best.name)
      .map(({ parentText }) => presentUniversity(parentText))
      .filter((one) => universities.withHospitals.includes(one));
    return whose.some((one) => universitiesMeant(short).includes(one)) ? [] : whose;
  });
};

/**
 * 南大三院, 西医大一院, 科技大学一附院: a hospital of a university by words that several universities have, whichever of them are on record; or of one whose hospital the likeliest
 * is not. Those on record are to choose from, and one alone is nobody's for certain. Null where the city beside the name or the hospital's own word (武大中南医院) says which.
 */
export const ofSeveralUniversities = (search: Search, best: Likely): Identification | null => {
  const { parentText, coreText, branch, places, text, ordinal } = parseName(search.name);
  const isBody = KIND.test(coreText) || (ordinal !== null && IN_SHORT.test(coreText));
  const short = parentText === '' && places.length === 0 && isBody ? coreText : parentText;
  const told = best.key === 'whole' || ['beside.agrees', 'core.equal'].some((one) => best.features.has(one));
  if (
    !hasHan(search.name) ||
    short === '' ||
    told ||
    branch !== '' ||
    (coreText !== '' && coreText !== short)
  )
    return null;
  const meant = [...new Set([...universitiesMeant(short), ...calledSoBesides(search, short)])];
  const [only, ...more] = meant;
  if (only === undefined || (more.length === 0 && isOf(search, best, only, short))) return null;
  const found = writtenOut(search, meant, text.slice(text.indexOf(short) + short.length));
  return found.length > 1
    ? oneOfSeveral(search, found)
    : noMatch([reason('name.open-university', { name: search.name })], asCandidates(search, found));
};

/** 泰山医学院第一附属医院: the number is one among the hospitals that its university has under the present name, and this one is not in the town of the former. */
export const isNumberedAnew: Holds = (search, best) => {
  const { parentText, ordinal } = parseName(search.name);
  return (
    ordinal !== null &&
    best.key !== 'whole' &&
    presentUniversity(parentText) !== parentText &&
    best.comparison.parts.some(({ code }) => code === 'parent.renamed') &&
    isElsewhere(search, parentText, best)
  );
};

/** 云大医院, 扬大附院: a university in short, before what every university calls its hospital. */
const OF_UNIVERSITY = /^(\p{Script=Han}{1,3}大)(?:附属|附)?(?:医院|院)$/u;

/**
 * 扬大附院: who has it for another name (苏北人民医院), where the university's hospital bears the same written out (扬州大学附属医院): whoever that is. None
 * for any other name, and where it is the same hospital.
 */
export const shortOfAnother: Others = ({ name, likelyFor }, best) => {
  const [, short] = best.features.has('whole.alias') ? (OF_UNIVERSITY.exec(name.trim()) ?? []) : [];
  if (short === undefined) return [];
  return universitiesCalled(short).flatMap((university) => {
    const own = [`${university}附属医院`, `${university}医院`].map((full) => likelyFor(full)[0]);
    const bearer = own.find((one) => one?.key === 'whole');
    return bearer === undefined || bearer.id === best.id ? [] : [bearer];
  });
};
