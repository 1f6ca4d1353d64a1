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
