import type { NameIndex } from '../names/index/name-index.ts';
import { type Suggestion, suggestIn } from '../names/index/suggest.ts';
import type { AskedPlace } from './asked-place.ts';
import { askedName } from './model/asked-name.ts';
import { type Likelihoods, likelihoods } from './model/likelihood.ts';

/** Finds institutions by any form of their names; built once a generation. */
export type NameFinder = Readonly<{
  index: NameIndex;
  /** Who could be meant by a name with the place stated beside it, likeliest first. */
  likely(name: string, place: AskedPlace): Likelihoods;
  /** Institutions whose name begins with, or is abbreviated by, what was typed; at most ten. */
  suggest(typed: string): readonly Suggestion[];
}>;

/** A finder over one generation's index. Deterministic; bounded work on any text. */
export const nameFinder = (index: NameIndex): NameFinder => ({
  index,
  likely: (name, place) => likelihoods(index, askedName(name, place)),
  suggest: (typed) => suggestIn(index, typed),
});
