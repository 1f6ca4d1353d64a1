import type { NameParts } from '../parse/parts.ts';
import { wordKey } from './blocking-keys.ts';
import type { NameIndex } from './name-index.ts';

/** Names of a word that are looked at: a word that more bear is common. */
const MOST_LOOKED_AT = 400;
/** Bearers from which a word tells nobody apart. */
const COMMON_FROM = 64;

/**
 * How rare the distinctive word of a name is: 1 where one institution that an authority's list names has it in a name, 0 from 64 on or for
 * a name without a word. What only directories name is not counted, so that loading one makes no word commoner. `without`: names left out.
 */
export const wordRarity = (
  index: NameIndex,
  { core }: NameParts,
  without: (name: number) => boolean,
): number => {
  const at = core.length === 0 ? -1 : index.keyPosition(wordKey(core.join('')));
  if (at < 0) return 0;
  const from = index.start[at] ?? 0;
  const to = index.start[at + 1] ?? from;
  if (to - from > MOST_LOOKED_AT) return 0;
  const owners = new Set<number>();
  for (const name of index.posting.subarray(from, to)) {
    const owner = index.owner[name] ?? 0;
    if ((index.standing[owner] ?? 0) > 0 && !without(name)) owners.add(owner);
  }
  return Math.max(0, 1 - Math.log(Math.max(1, owners.size)) / Math.log(COMMON_FROM));
};
