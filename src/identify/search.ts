import type { Identification } from '../../schema/verdict.ts';
import type { RowPlace } from '../names/compare/comparison.ts';
import type { NameIndex } from '../names/index/name-index.ts';
import { type Suggestion, suggestIn } from '../names/index/suggest.ts';
import type { NameParts } from '../names/parse/parts.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan, latinWords } from '../text/han.ts';
import { lastFew } from '../text/remembered.ts';
import { type AskedPlace, placeFit } from './asked-place.ts';
import { candidateReasons } from './candidate-reasons.ts';
import { protectedIn, protectedWords } from './famous/protected.ts';
import { askedName } from './model/asked-name.ts';
import { textsOfBearer } from './model/house-of.ts';
import { type Likelihoods, type Likely, likelihoods } from './model/likelihood.ts';
import { MAX_CANDIDATES, roundScore, severalBear } from './results.ts';

/** Finds institutions by any form of their names; built once a generation. */
export type NameFinder = Readonly<{
  index: NameIndex;
  /** Who could be meant by a name with the place stated beside it, likeliest first. */
  likely(name: string, place: AskedPlace): Likelihoods;
  /** Institutions whose name begins with, or is abbreviated by, what was typed; at most ten. */
  suggest(typed: string): readonly Suggestion[];
}>;

/** Names whose candidates are kept: the rules look for the same ones again for one question, a few names apart. Each takes some 100 kB. */
const NAMES_KEPT = 8;

/** A finder over one generation's index. Deterministic; bounded work on any text. */
export const nameFinder = (index: NameIndex): NameFinder => {
  const kept = lastFew<Likelihoods>(NAMES_KEPT);
  return {
    index,
    likely: (name, place) => {
      const key = placedName(name, place);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = likelihoods(index, askedName(name, place));
      kept.set(key, made);
      return made;
    },
    suggest: (typed) => suggestIn(index, typed),
  };
};

/** A name and the place beside it as one text. */
export const placedName = (name: string, { province, city }: AskedPlace): string =>
  `${province ?? ''}\t${city ?? ''}\t${name}`;

/** One name being identified, who could be meant by it, and what the steps need for it. */
export type Search = Likelihoods &
  Readonly<{
    name: string;
    /** The ways to read it. */
    readings: readonly NameParts[];
    /** Stated beside the name. */
    place: AskedPlace;
    reader: Reader;
    index: NameIndex;
    /** Who could be meant by another name. */
    likelyFor(name: string, place?: AskedPlace): readonly Likely[];
    /** The same search for another name. */
    other(name: string): Search;
    /** Who is meant by another name; `again`: it says this one in another way, and is not said in others once more. */
    ask(name: string, place?: AskedPlace, again?: boolean): Promise<Identification>;
    again: boolean;
  }>;

/** A name as it was typed, in one place, and what is found for it so far. */
export type Line = Readonly<{
  name: string;
  place: AskedPlace;
  reader: Reader;
  found: Identification;
  /** Who bears another name there, or in another place. */
  find(own: string, place?: AskedPlace): Promise<Identification>;
}>;

type Answers<Of> = (of: Of) => Identification | null | Promise<Identification | null>;

/** One thing that a name may be; null where it is not that. */
export type Step = Answers<Search>;

/** Another way to read a line; null where it cannot be read so. */
export type Reading = Answers<Line>;

/** What is left of what was found for a line, where something in it speaks against. */
export type Doubt = (line: Line) => Promise<Identification>;

/** Others who may be meant as well as the likeliest. */
export type Others = (search: Search, best: Likely) => readonly Likely[];

/** Whether something is so of a name and the likeliest. */
export type Holds = (search: Search, best: Likely) => boolean;

/** Gives the first answer of these, one after the other. */
export const firstOf =
  <Of>(...all: readonly Answers<Of>[]): ((of: Of) => Promise<Identification | null>) =>
  async (of) => {
    for (const one of all) {
      const answer = await one(of);
      if (answer !== null) return answer;
    }
    return null;
  };

/** Below this an institution is not worth listing. */
export const WORTH_LISTING = 0.02;

/** The candidates that are worth listing, likeliest first. */
export const worthListing = ({ likely }: Pick<Search, 'likely'>): readonly Likely[] =>
  likely.filter((one) => one.probability >= WORTH_LISTING);

/** Those who stand in the city stated beside the name before those of whom no list says where they are. */
const thereFirst = (likely: readonly Likely[]): readonly Likely[] => {
  const isThere = ({ features }: Likely): boolean => features.has('beside.agrees');
  return [...likely.filter(isThere), ...likely.filter((one) => !isThere(one))];
};

/** 协和医院, "Xiehe": among those who bear a protected word in their own right, the order in which it is known, whatever lists they stand on. */
const inKnownOrder = ({ name, reader, index }: Search, likely: readonly Likely[]): readonly Likely[] => {
  const word = protectedIn(name, protectedWords(reader.reference))?.word;
  // "Union Hospital" is English of one of them first.
  const isSaid =
    hasHan(name) ||
    latinWords(name)
      .join('')
      .includes(word?.sound.join('') ?? ' ');
  const genuine = isSaid ? (word?.genuine ?? []) : [];
  const rankOf = (one: Likely): number => {
    const names = new Set(textsOfBearer(index, one.name));
    return genuine.findIndex((title) => names.has(title));
  };
  const ranks = new Map(likely.map((one) => [one, genuine.length < 2 ? -1 : rankOf(one)] as const));
  const ranked = (one: Likely): number => ranks.get(one) ?? -1;
  const holders = likely.filter((one) => ranked(one) >= 0).toSorted((a, b) => ranked(a) - ranked(b));
  // A whole name of one of them alone comes before.
  const bearing = holders.filter(({ key }) => WHOLE.has(key)).length;
  if (bearing > 0 && bearing < holders.length) return likely;
  const next = holders.values();
  return likely.map((one) => (ranked(one) < 0 ? one : (next.next().value ?? one)));
};
/** Keys that agree with a whole name, as it is on record or as it is said in English. */
const WHOLE: ReadonlySet<string | null> = new Set(['whole', 'translation']);

/** Candidates of an answer, with their probabilities and reasons. */
export const asCandidates = (search: Search, likely: readonly Likely[]) =>
  thereFirst(inKnownOrder(search, likely))
    .slice(0, MAX_CANDIDATES)
    .map((one) => ({
      id: one.id,
      score: roundScore(one.probability),
      why: candidateReasons(search.index, search.place, one),
    }));

/** A choice among those who bear a name; who bears it in two ways is one of them once. */
export const oneOfSeveral = (search: Search, bearers: readonly Likely[]): Identification => {
  const each = [...new Map(bearers.map((one) => [one.id, one])).values()];
  return severalBear(search.name, asCandidates(search, each));
};

/** Where an institution stands. */
export const placeIn = ({ index }: Search, { institution }: Likely): RowPlace => index.places.at(institution);

/** On how many lists of authorities an institution stands. */
export const listsOf = ({ index }: Search, { institution }: Likely): number =>
  index.standing[institution] ?? 0;

/** Those of other institutions who bear some of these names, by number, are `such` and do not stand elsewhere than was said; so many of them are looked up. */
export const othersNamed = (
  { index, place, likelyFor }: Search,
  best: Likely,
  names: readonly number[],
  such: (institution: number) => boolean,
  most = Infinity,
): readonly Likely[] =>
  [...new Map(names.map((one) => [index.owner[one] ?? 0, one] as const))]
    .filter(([institution]) => institution !== best.institution && such(institution))
    .filter(([institution]) => placeFit(place, index.places.at(institution)) !== 'differs')
    .slice(0, most)
    .flatMap(([institution, one]) =>
      likelyFor(index.names.at(one)).filter((other) => other.institution === institution),
    );
