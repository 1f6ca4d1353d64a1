import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { universitiesCalled } from '../names/compare/short-parent.ts';
import { parseName } from '../names/parse/parse-name.ts';
import { hasHan } from '../text/han.ts';
import type { Likely } from './model/likelihood.ts';
import { ambiguousMatch } from './results.ts';
import { asCandidates, type Search } from './search.ts';

/** Universities of one short form that are looked up. */
const MOST = 6;
/** How sure a hospital must be by its university's name written out. */
const SURE = 0.5;

/**
 * 青医附院: a hospital of a university in short, as several are called. Each university's own is looked up by its name written out, and those that are on
 * record are to choose from; null for any other name, and where only one is.
 */
export const shortOfSeveral = ({ name, place, ...search }: Search): Identification | null => {
  const { parentText, core, text } = parseName(name);
  if (!hasHan(name) || parentText === '' || core.length > 0) return null;
  const universities = universitiesCalled(parentText);
  if (universities.length < 2) return null;
  const rest = text.slice(text.indexOf(parentText) + parentText.length);
  const found = new Map<string, Likely>();
  for (const university of universities.slice(0, MOST)) {
    const [best] = search.finder.likely(`${university}${rest}`, place).likely;
    if (best !== undefined && best.probability >= SURE) found.set(best.id, best);
  }
  return found.size < 2
    ? null
    : ambiguousMatch(
        [reason('name.several', { name, count: found.size })],
        asCandidates({ name, place, ...search }, [...found.values()]),
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
