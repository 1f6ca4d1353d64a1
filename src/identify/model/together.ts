import type { Features } from './name-features.ts';

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

type Has = (...codes: readonly string[]) => boolean;
type Joint = readonly (readonly [string, boolean])[];

/** What else is said of a name on record that holds the one asked: a shortened name leaves words out, a slip one character. */
const heldBy = (has: Has): Joint => {
  const held = has('contained');
  return [
    ['contained.sort', held && has(...OTHER_SORT)],
    ['contained.kin', held && has('body.differs:kin')],
    ['contained.branch', held && has('branch.differs:known')],
    ['contained.extra', held && has('core.extra')],
    ['contained.slip', held && has(...SLIPPED)],
    ['contained.unnumbered', held && has('ordinal.missing:asked')],
  ];
};

/** The record's name states a town that was not said, and something else says that the main house of that name stands in another. */
const ofSomebodyElse = (has: Has): Joint => [
  ['stated.other-branch', has(STATED) && has('branch.other-name')],
  ['stated.parent', has(STATED) && has('parent.equal')],
  ['stated.own-name', has('parented.stated') && has('contained.piece:own-name')],
];

/**
 * Observations that only make sense together: what is named agrees, and where it stands or whose it is agrees too. `features`: all others of a candidate. Each is an observation of
 * its own, so that what it weighs is fitted.
 */
export const together = (features: Features): readonly string[] => {
  const has: Has = (...codes) => codes.some((code) => features.has(code));
  const clean = has('clean');
  const special = has('specialty.equal') && !has(...OTHER_WORD);
  // The word is nobody else's: 上海浦滨, 爱尔英智.
  const only = has(...SAME_WORD) && features.get('core.rare') === 1;
  const when: Joint = [
    ['clean.situated', clean && has(...SITUATED)],
    ['clean.covered', clean && has('covered.both')],
    ['clean.other-script', clean && has('other-script:han', 'other-script:latin')],
    ['rest.place', has(...REST) && has(...PLACED)],
    ['rest.parent', has(...REST) && has(...PARENTED)],
    ['clean.numbered', clean && has(...PARENTED) && has(...NUMBERED)],
    ['shared.numbered', has('parent.short:shared') && has(...NUMBERED)],
    ['parent.numbered', has(...PARENTED) && has(...NUMBERED)],
    ['parent.specialised', has(...PARENTED) && special],
    ['core.only', only],
    ['core.only-situated', only && has(...SITUATED)],
    ['contained.situated', has('contained.sole') && has(...SITUATED)],
    ['contained.generic', has('contained.sole') && has('no-core') && !has(...NUMBERED)],
    // 亚心医院 and 亚心总医院: what reads like a slip is another kind.
    ['slip.sort', has(...SLIPPED) && has(...OTHER_SORT)],
    ['covered.situated', has('covered.sole') && has(...SITUATED)],
    ['parent.elsewhere-core', has('parent.elsewhere') && has(...SAME_WORD)],
    ['parent.elsewhere-numbered', has('parent.elsewhere') && has(...NUMBERED)],
    // 深圳市第二人民医院 under its university's name, "Shanghai Fifth People's Hospital, Fudan University".
    ['unsettled.numbered', has('parent.unsettled:other') && has(...PLACED) && has(...NUMBERED)],
    ['unsettled.specialised', has('parent.unsettled:other') && has(...PLACED) && special],
    ...heldBy(has),
    ...ofSomebodyElse(has),
    // 唐山市第六医院, 唐山市妇幼保健院: one by its number, the other by its work.
    ['numbered.by-work', has('ordinal.missing:known') && has('specialty.differs:more', 'sort.differs:chief')],
    ['by-work.numbered', has('ordinal.missing:asked') && has('specialty.differs:fewer')],
    ['worded.parent', has('other-script:han') && has('parent.equal')],
    ['rest.beside', has(...REST) && has('beside.agrees')],
    [
      'place.parent-unsettled',
      has('place.equal:both') && has('parent.unsettled:other', 'parent.not-said:other'),
    ],
    ['place.chief', has('place.equal:both') && has('sort.differs:chief')],
    ['core.only-stated', has('core.only') && has(STATED)],
    ['branch.same-house', has('branch.equal') && has('core.equal')],
    ['part.body', has('core.part') && has('body.differs:asked')],
    ['extra.slip', has('core.extra') && has('text.slip')],
  ];
  return when.filter(([, observed]) => observed).map(([code]) => code);
};
