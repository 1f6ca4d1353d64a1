import { type Concept, conceptOf } from './concepts.ts';
import { type Folded, spanOf } from './fold.ts';
import { firstAfter } from './pieces.ts';

/** A place in folded text. */
export type Place = Readonly<{ from: number; until: number }>;

/** The places of one concept, in the order of the text, with their beginnings apart for a quick look. */
type Places = Readonly<{ all: readonly Place[]; starts: readonly number[] }>;

/** Where the words of a concept stand in one text. */
export type ConceptPlaces = (name: string) => Places;

const concepts = new Map<string, Concept>();

const conceptNamed = (name: string): Concept => {
  const concept = concepts.get(name) ?? conceptOf(name);
  concepts.set(name, concept);
  return concept;
};

const placesIn = (original: string, folded: Folded, { pattern, capitals }: Concept): readonly Place[] =>
  [...folded.text.matchAll(pattern)].flatMap(({ 0: words, index: from }) => {
    const [first = ''] = words.split(' ', 1);
    const written = spanOf(original, folded, from, from + first.length).text;
    return capitals.has(first) && written !== written.toUpperCase()
      ? []
      : [{ from, until: from + words.length }];
  });

/** Looks for concepts in a text, for each of them once. */
export const conceptsIn = (original: string, folded: Folded): ConceptPlaces => {
  const known = new Map<string, Places>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const all = placesIn(original, folded, conceptNamed(name));
    const places = { all, starts: all.map(({ from }) => from) };
    known.set(name, places);
    return places;
  };
};

/** Characters between two places; less than nought where they overlap. */
export const apart = (a: Place, b: Place): number => Math.max(a.from - b.until, b.from - a.until);

/** Longest words of a concept, in characters: how far before a place one can begin that ends near it. */
const LONGEST = 80;

/** The places that lie at most `reach` characters from a place, or overlap it. */
export const around = ({ all, starts }: Places, place: Place, reach: number): readonly Place[] =>
  all
    .slice(firstAfter(starts, place.from - reach - LONGEST), firstAfter(starts, place.until + reach))
    .filter((one) => apart(one, place) <= reach);
