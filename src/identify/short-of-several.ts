import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { formerNames, universitiesCalled } from '../names/compare/short-parent.ts';
import { parseName } from '../names/parse/parse-name.ts';
import { hasHan } from '../text/han.ts';
import { candidateReasons } from './candidate-reasons.ts';
import type { Likely } from './model/likelihood.ts';
import { ambiguousMatch, noMatch, strongMatch } from './results.ts';
import { asCandidates, type Search } from './search.ts';

/** Universities of one short form that are looked up. */
const MOST = 6;
/** How sure a hospital must be by its university's name written out. */
const SURE = 0.5;

/** What provinces are called by one character that does not begin their names: 川医 may be of 四川 as well as of 川北. */
const PROVINCE = /^[川皖赣湘鄂桂粤闽苏鲁冀晋豫琼滇黔秦陇沪渝蒙]医$/u;

/** Whose name is the one asked with its only university written out, by any of the names that this had: 潍医附院, 潍坊医学院附属医院. Nobody else is near. */
const ofOnlyOne = (search: Search, university: string, rest: string): Identification => {
  const college = university.replace(/医科大学$/u, '医学院');
  const bearers = [university, college, ...formerNames(university)].flatMap((one) => {
    const [best] = search.finder.likely(`${one}${rest}`, search.place).likely;
    return best?.key === 'whole' ? [best] : [];
  });
  const [first, ...more] = bearers;
  const isOpen = PROVINCE.test(parseName(search.name).parentText);
  return first === undefined || isOpen || more.some(({ id }) => id !== first.id)
    ? noMatch([reason('name.not-found', { name: search.name })], asCandidates(search, bearers))
    : strongMatch(first.id, first.probability, candidateReasons(search.finder.index, search.place, first));
};

/** 潍医: a university of medicine by its place and its work. */
const OF_MEDICINE = /^\p{Script=Han}{1,2}医$/u;

/**
 * 青医附院: a hospital of a university in short, as several are called. Each university's own is looked up by its name written out, and those that are on
 * record are to choose from; null for any other name. Of a university of medicine (潍医) whose short form is no other's it is the one, or nobody.
 */
export const shortOfSeveral = (search: Search): Identification | null => {
  const { name, place, finder } = search;
  const { parentText, core, text } = parseName(name);
  if (!hasHan(name) || parentText === '' || core.length > 0) return null;
  const universities = universitiesCalled(parentText);
  const rest = text.slice(text.indexOf(parentText) + parentText.length);
  const [only, ...more] = universities;
  if (only !== undefined && more.length === 0 && OF_MEDICINE.test(parentText))
    return ofOnlyOne(search, only, rest);
  if (universities.length < 2) return null;
  const found = new Map<string, Likely>();
  for (const university of universities.slice(0, MOST)) {
    const [best] = finder.likely(`${university}${rest}`, place).likely;
    if (best !== undefined && best.probability >= SURE) found.set(best.id, best);
  }
  return found.size < 2
    ? null
    : ambiguousMatch(
        [reason('name.several', { name, count: found.size })],
        asCandidates(search, [...found.values()]),
      );
};

/** 云大医院, 扬大附院: a university in short, before what every university calls its hospital. */
const OF_UNIVERSITY = /^(\p{Script=Han}{1,3}大)(?:附属|附)?(?:医院|院)$/u;

/**
 * 扬大附院: who has it for another name (苏北人民医院), where the university's hospital bears the same written out (扬州大学附属医院): whoever that is. None
 * for any other name, and where it is the same hospital.
 */
export const shortOfAnother = ({ name, place, finder }: Search, best: Likely): readonly Likely[] => {
  const [, short] = best.features.has('whole.alias') ? (OF_UNIVERSITY.exec(name.trim()) ?? []) : [];
  if (short === undefined) return [];
  return universitiesCalled(short).flatMap((university) => {
    const own = [`${university}附属医院`, `${university}医院`].map(
      (full) => finder.likely(full, place).likely[0],
    );
    const bearer = own.find((one) => one?.key === 'whole');
    return bearer === undefined || bearer.id === best.id ? [] : [bearer];
  });
};
