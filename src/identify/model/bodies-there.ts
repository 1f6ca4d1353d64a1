import { distinguishingWords, hasOwnWord } from '../../names/compare/compare-parent.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { onceEach } from '../../text/remembered.ts';
import { namesOfBearer } from './house-of.ts';
import type { Observations } from './observations.ts';

const keyOf = (parent: readonly string[]): string => [...distinguishingWords(parent)].sort().join(' ');

/** In which provinces institutions that an authority lists state each body. */
type Bodies = ReadonlyMap<string, ReadonlySet<string>>;

/** Names share their parents by number, so that each is read once. */
const bodiesOf = onceEach((index: NameIndex): Bodies => {
  const { owner, standing, places, arrays } = index;
  const provinces = new Map<number, Set<string>>();
  const bearer = new Map<number, number>();
  for (let name = 0; name < owner.length; name += 1) {
    const of = owner[name] ?? 0;
    const number = arrays.parts.parent[name] ?? 0;
    if (number === 0 || (standing[of] ?? 0) === 0) continue;
    const { province } = places.at(of);
    if (province === null) continue;
    if (!bearer.has(number)) bearer.set(number, name);
    provinces.set(number, (provinces.get(number) ?? new Set()).add(province));
  }
  const out = new Map<string, Set<string>>();
  for (const [number, name] of bearer) {
    const { parent } = index.partsAt(name);
    if (!hasOwnWord(parent)) continue;
    const there = out.get(keyOf(parent)) ?? new Set<string>();
    for (const one of provinces.get(number) ?? []) there.add(one);
    out.set(keyOf(parent), there);
  }
  return out;
});

/** Names of one institution that are looked at. */
const MOST = 40;

/**
 * Whether the body that a question states is one that hospitals of the candidate's province belong to, and no name of the candidate states any
 * ("Shanghai Fifth People's Hospital, Fudan University", where only 上海市第五人民医院 is on record): universities take on the hospitals of their province,
 * and lists say so years later, or never. `without`: names left out.
 */
export const isBodyOfItsProvince = (
  index: NameIndex,
  asked: NameParts,
  { name, features }: Readonly<{ name: number; features: Observations }>,
  without: (name: number) => boolean,
): boolean => {
  if (!features.has('parent.unsettled:other') || !hasOwnWord(asked.parent)) return false;
  const { province } = index.places.at(index.owner[name] ?? 0);
  if (province === null || bodiesOf(index).get(keyOf(asked.parent))?.has(province) !== true) return false;
  return namesOfBearer(index, name)
    .slice(0, MOST)
    .every((one) => without(one) || !hasOwnWord(index.partsAt(one).parent));
};

type Has = (code: string) => boolean;

/** The body that the question states is in no name of the record that is compared with it. */
const OTHER_BODY = [
  'parent.unsettled:other',
  'parent.unsettled:in-its-town',
  'parent.differs',
  'parent.part:other-word',
];
/** What tells a hospital apart though its body is not on record: its own word, or its place with its number or kind. */
const NAMED = ['core.equal', 'place.equal:both', 'district.equal', 'core.district:called-by-place'];

/** 医科大学附属肿瘤医院, 医大一院 beside their city: the words of the one university's hospital there, as they stand in its name. */
const isItsGeneralBody = (has: Has): boolean =>
  ['beside.agrees', 'contained.piece:inner', 'contained.sole', 'parent.general'].every(has);

/**
 * Whether the question states a university or another body that no name on record of the institution has: 编造大学附属华山医院 is nobody's. A body that was renamed
 * or is said in short is the record's own; an army hospital needs no other name than its number (解放军第二一一医院); and two characters that changed places are a slip.
 */
export const isOfOtherBody = (has: Has): boolean =>
  OTHER_BODY.some(has) &&
  !has('parent.elsewhere') &&
  !has('text.reordered') &&
  !(has('parent.army') && has('ordinal.equal:code')) &&
  !(has('parent.of-its-province') && NAMED.some(has)) &&
  !isItsGeneralBody(has);

/** 煤业（集团）有限责任公司总医院: only general words of a body agree, and of several it could be. */
export const ofGeneralBody = (has: Has): boolean =>
  has('parent.short:inner') &&
  has('no-core') &&
  !['ordinal.equal:code', 'specialty.equal', 'beside.agrees'].some(has);
