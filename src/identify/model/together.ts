import { observationNumber } from '../../names/compare/observation.ts';
import type { Observations } from './observations.ts';

const PLACED = ['place.equal:both', 'district.equal'];
const PARENTED = [
  'parent.equal',
  'parent.short:beginning',
  'parent.short:shared',
  'parent.short:inner',
  'parent.renamed',
  'parent.renamed:known',
  'parent.word',
];
const SITUATED = ['place.equal:both', 'place.equal:called', 'district.equal', 'beside.agrees', ...PARENTED];
const NUMBERED = ['ordinal.equal', 'ordinal.equal:code'];
const REST = ['text.rest-equal', 'text.rest-near'];
const SAME_WORD = ['core.equal', 'core.part'];
const OTHER_WORD = ['core.extra', 'core.differs', 'core.missing'];
const SLIPPED = ['text.slip', 'text.added'];
const OTHER_SORT = ['sort.differs', 'sort.differs:more', 'sort.differs:fewer'];
const STATED = 'place.not-said:stated';

/** Any one of these. */
type AnyOf = readonly string[];

/** An observation that is made where at least one of each of `needs` was made and none of `not`. */
type Joint = Readonly<{ code: string; needs: readonly AnyOf[]; not?: AnyOf }>;

const joint = (code: string, ...needs: readonly (AnyOf | string)[]): Joint => ({
  code,
  needs: needs.map((one) => (typeof one === 'string' ? [one] : one)),
});

const jointWithout = (not: AnyOf, code: string, ...needs: readonly (AnyOf | string)[]): Joint => ({
  ...joint(code, ...needs),
  not,
});

/** What else is said of a name on record that holds the one asked: a shortened name leaves words out, a slip one character. */
const heldBy: readonly Joint[] = [
  joint('contained.sort', 'contained', OTHER_SORT),
  joint('contained.kin', 'contained', 'body.differs:kin'),
  joint('contained.branch', 'contained', 'branch.differs:known'),
  joint('contained.extra', 'contained', 'core.extra'),
  joint('contained.slip', 'contained', SLIPPED),
  joint('contained.unnumbered', 'contained', 'ordinal.missing:asked'),
];

/** The record's name states a town that was not said, and something else says that the main house of that name stands in another. */
const ofSomebodyElse: readonly Joint[] = [
  joint('stated.other-branch', STATED, 'branch.other-name'),
  joint('stated.parent', STATED, 'parent.equal'),
  joint('stated.own-name', 'parented.stated', 'contained.piece:own-name'),
];

/** The word is nobody else's: 上海浦滨, 爱尔英智. */
const ofItsWordAlone: readonly Joint[] = [
  joint('core.only', SAME_WORD),
  joint('core.only-situated', SAME_WORD, SITUATED),
];

const joints: readonly Joint[] = [
  joint('clean.situated', 'clean', SITUATED),
  joint('clean.covered', 'clean', 'covered.both'),
  joint('clean.other-script', 'clean', ['other-script:han', 'other-script:latin']),
  joint('rest.place', REST, PLACED),
  joint('rest.parent', REST, PARENTED),
  joint('clean.numbered', 'clean', PARENTED, NUMBERED),
  joint('shared.numbered', 'parent.short:shared', NUMBERED),
  joint('parent.numbered', PARENTED, NUMBERED),
  jointWithout(OTHER_WORD, 'parent.specialised', PARENTED, 'specialty.equal'),
  ...ofItsWordAlone,
  joint('contained.situated', 'contained.sole', SITUATED),
  jointWithout(NUMBERED, 'contained.generic', 'contained.sole', 'no-core'),
  // 亚心医院 and 亚心总医院: what reads like a slip is another kind.
  joint('slip.sort', SLIPPED, OTHER_SORT),
  joint('covered.situated', 'covered.sole', SITUATED),
  joint('parent.elsewhere-core', 'parent.elsewhere', SAME_WORD),
  joint('parent.elsewhere-numbered', 'parent.elsewhere', NUMBERED),
  // 深圳市第二人民医院 under its university's name, "Shanghai Fifth People's Hospital, Fudan University".
  joint('unsettled.numbered', 'parent.unsettled:other', PLACED, NUMBERED),
  jointWithout(OTHER_WORD, 'unsettled.specialised', 'parent.unsettled:other', PLACED, 'specialty.equal'),
  ...heldBy,
  ...ofSomebodyElse,
  // 唐山市第六医院, 唐山市妇幼保健院: one by its number, the other by its work.
  joint('numbered.by-work', 'ordinal.missing:known', ['specialty.differs:more', 'sort.differs:chief']),
  joint('by-work.numbered', 'ordinal.missing:asked', 'specialty.differs:fewer'),
  joint('worded.parent', 'other-script:han', 'parent.equal'),
  joint('rest.beside', REST, 'beside.agrees'),
  joint('place.parent-unsettled', 'place.equal:both', ['parent.unsettled:other', 'parent.not-said:other']),
  joint('place.chief', 'place.equal:both', 'sort.differs:chief'),
  joint('core.only-stated', 'core.only', STATED),
  joint('branch.same-house', 'branch.equal', 'core.equal'),
  joint('part.body', 'core.part', 'body.differs:asked'),
  joint('extra.slip', 'core.extra', 'text.slip'),
];

/** The same by the numbers of the observations: they are looked at for every candidate of every question. */
const byNumber = joints.map((one) => ({
  code: one.code,
  needs: one.needs.map((any) => any.map(observationNumber)),
  not: (one.not ?? []).map(observationNumber),
  rare: ofItsWordAlone.includes(one),
}));

/**
 * Observations that only make sense together: what is named agrees, and where it stands or whose it is agrees too. `features`: all others of a candidate. Each is an observation of
 * its own, so that what it weighs is fitted.
 */
export const together = (features: Observations): readonly string[] => {
  const made = features.marked();
  const wordAlone = features.get('core.rare') === 1;
  const isMade = (number: number): boolean => made[number] === 1;
  const out: string[] = [];
  for (const { code, needs, not, rare } of byNumber)
    if ((wordAlone || !rare) && needs.every((any) => any.some(isMade)) && !not.some(isMade)) out.push(code);
  return out;
};
