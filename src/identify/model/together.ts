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
const BRANCH_ASKED = ['branch.differs:asked', 'branch.differs:asked-house'];

/** Any one of these. */
export type AnyOf = readonly string[];

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
  // 中山大学附属医院 and its hospital in another town; 首都医科大学附属积水潭医院 has its word, and Beijing is that university's own town.
  jointWithout(['core.equal', 'stated.seat'], 'stated.parent', STATED, 'parent.equal'),
  joint('stated.own-name', 'parented.stated', 'contained.piece:own-name'),
  joint('stated.company', STATED, 'parent.not-said:company'),
];

/** The word is nobody else's: 上海浦滨, 爱尔英智. */
export const ofItsWordAlone: readonly Joint[] = [
  joint('core.only', SAME_WORD),
  joint('core.only-situated', SAME_WORD, SITUATED),
  joint('core.only-stated', SAME_WORD, STATED),
  joint('core.only-covered', SAME_WORD, 'covered.all'),
  joint('core.only-sole', 'core.equal', 'covered.sole'),
  joint('core.only-house', 'core.equal', 'body.differs:asked'),
];

/** A province's own house, and what English calls it. */
const ofTheProvince: readonly Joint[] = [
  joint('province.clean', 'place.province:both', 'clean'),
  joint('province.covered', 'place.province:both', 'covered.both'),
  joint('province.chief', 'place.province:both', 'sort.differs:chief'),
];

/** What the name of a university or another body says beside the rest. */
const ofParents: readonly Joint[] = [
  joint('affiliated.specialised', 'sort.affiliated', 'specialty.equal', PARENTED),
  joint('affiliated.kind', 'sort.affiliated', 'kind.differs'),
  joint('parent-part.covers', ['parent.part', 'parent.part:other-word'], ['covered.sole', 'covers.sole']),
  joint('parent.of-the-place', 'parent.not-said:of-the-place', 'covered.all'),
  joint('parent.where', 'parent.equal', 'place.equal:where'),
  joint('parent.beside', 'parent.differs', 'beside.agrees'),
  joint('unsettled.sort', 'parent.unsettled:other', 'sort.equal', [
    ...PLACED,
    'core.district:called-by-place',
  ]),
  joint('unsettled.kin', 'parent.unsettled:other', 'body.differs:kin'),
  joint('unsettled.branch', 'parent.unsettled:other', BRANCH_ASKED),
];

/** A Chinese name of which only the record's English name agrees. */
const byWords: readonly Joint[] = [
  joint('worded.parent', 'other-script:han', 'parent.equal'),
  jointWithout(PARENTED, 'worded.generic', 'other-script:han', 'no-core'),
  joint('worded.doubtful', 'other-script:han', 'conflicts'),
  joint('worded.branch', 'other-script:han', ['branch.other-name', 'branch.differs:known']),
];

/** A branch on one side only. */
const ofBranches: readonly Joint[] = [
  joint('branch.same-house', 'branch.equal', 'core.equal'),
  joint('branch.covered', BRANCH_ASKED, 'covered.both'),
  joint('branch.beside', BRANCH_ASKED, 'beside.agrees'),
  joint('branch.text', 'branch.differs:known', 'text.rest-differs'),
  joint('branch.rest', 'branch.differs:known', REST, 'beside.agrees'),
];

/** What reads like a slip. */
const slips: readonly Joint[] = [
  // 亚心医院 and 亚心总医院: what reads like a slip is another kind.
  joint('slip.sort', SLIPPED, OTHER_SORT),
  joint('slip.short', SLIPPED, 'few-characters'),
  jointWithout(['core.equal'], 'short.inside', 'few-characters', 'text.inside'),
  joint('slip.unplaced', SLIPPED, 'unplaced'),
  joint('slip.obscure', 'contained', SLIPPED, 'directory-only'),
  joint('slip.part', 'core.part', 'text.slip'),
  joint('extra.slip', 'core.extra', 'text.slip'),
];

/** 第五医院 beside its city: general words and where it stands, and the name on record says whose it is, or a district. */
const OWN_WORK = ['specialty.equal', 'specialty.near', 'ordinal.equal:code', ...PARENTED];
const ofGeneralWords: readonly Joint[] = [
  jointWithout(
    OWN_WORK,
    'beside.generic',
    'beside.agrees',
    'no-core',
    ['place.not-said:none', 'place.not-said:stated'],
    ['parent.not-said:other', 'district.not-said'],
  ),
];

/** Of nobody else do so few parts speak against. */
const ofTheFewest: readonly Joint[] = [
  joint('fewest.covered', 'fewest', 'covered.all'),
  joint('fewest.covers', 'fewest', 'covers.all'),
  joint('fewest.situated', 'fewest', SITUATED),
  joint('fewest.word', 'fewest', SAME_WORD),
  joint('fewest.specialty', 'fewest', ['specialty.near', 'specialty.equal']),
  joint('fewest.numbered', 'fewest', NUMBERED),
  joint('fewest.chief', 'fewest', 'sort.differs:chief'),
  joint('fewest.parent', 'fewest', ['parent.unsettled:other', 'parent.not-said:other']),
  joint('alike.covered', 'text.most-alike', 'covered.all'),
];

/** All of them, in the order in which they are made. */
export const joints: readonly Joint[] = [
  ...ofTheFewest,
  ...ofGeneralWords,
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
  joint('rest.beside', REST, 'beside.agrees'),
  joint('place.parent-unsettled', 'place.equal:both', ['parent.unsettled:other', 'parent.not-said:other']),
  joint('place.chief', 'place.equal:both', 'sort.differs:chief'),
  joint('part.body', 'core.part', 'body.differs:asked'),
  joint('where.covered', 'place.equal:where', 'covered.both'),
  joint('where.covers', 'place.equal:where', 'covers.all'),
  jointWithout(['specialty.equal'], 'where.generic', 'place.equal:where', 'no-core'),
  joint('contained.chief', 'contained', 'sort.differs:chief'),
  joint('short.covers', 'key.short', 'covers.sole'),
  // 长安医院 is no 西安市长安区医院: that a word is a district's is little where nothing else agrees.
  jointWithout(
    ['sort.equal', 'kind.equal', 'specialty.equal', ...NUMBERED],
    'district.alone',
    'core.district:known',
  ),
  joint('sole.covered', 'clean', 'key.sole', 'covered.both'),
  joint('house.specialty', 'specialty.differs:more', 'body.differs:asked'),
  joint('shortened.covered', 'covered.sole', SITUATED, 'contained.shortened:beginning'),
  ...ofTheProvince,
  ...ofParents,
  ...byWords,
  ...ofBranches,
  ...slips,
];
