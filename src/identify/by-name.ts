import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { nameKeys } from '../name-keys/keys.ts';
import type { Reader } from '../store/registry-reader.ts';
import { beyondChina } from './address/beyond-china.ts';
import type { AskedPlace } from './asked-place.ts';
import { inSeveralBodies } from './beside/bodies-in-line.ts';
import { leasedOut } from './beside/leased-out.ts';
import { underOwnBodies } from './beside/own-bodies.ts';
import { branchNotOnRecord } from './branch.ts';
import { candidateReasons } from './candidate-reasons.ts';
import { notTheirs, unknownBehind } from './famous/against.ts';
import { inAnotherTown } from './famous/another-town.ts';
import { borrowedWord, homophoneOf, isSmallHouse } from './famous/borrowed.ts';
import { borrowsFamousWord, fitsAnother } from './famous/borrows-word.ts';
import { firmUnderName } from './famous/firm.ts';
import { lookalikeOf, notTheFamousOne } from './famous/lookalike.ts';
import { namesNoHospital, namesPartOfNoHospital } from './famous/no-hospital.ts';
import { isFamousWordAlone } from './famous/protected.ts';
import { partOfWord, saidOtherwise } from './famous/word-in-place.ts';
import type { NameFinder } from './finder.ts';
import { byGenericWords, byPlaceAlone, isGeneric, saysTooLittle } from './generic-name.ts';
import { nameFinderFor } from './kept-index/name-finders.ts';
import { withoutDepartment } from './model/asked-name.ts';
import type { Likelihoods, Likely } from './model/likelihood.ts';
import { meansAnother } from './model/means-another.ts';
import { namedThere } from './model/named-there.ts';
import { isNeverSettled } from './model/never-settled.ts';
import { isPlacedByBracket } from './model/placed-by-bracket.ts';
import { ambiguousMatch, noMatch, severalBear, strongMatch } from './results.ts';
import { asCandidates, type Search, worthListing } from './search.ts';
import { alsoMeant } from './several/also-meant.ts';
import {
  bearsItAlone,
  isItWrittenOut,
  isNumberedPart,
  isPartUnderBody,
  printedBeforeTranslated,
} from './several/certain.ts';
import { byKindAlone } from './several/of-kind.ts';
import { openName } from './several/open-name.ts';
import { byWordAlone } from './several/same-word.ts';
import {
  isAnothersToo,
  isCalledSoBesides,
  knownByItsEnd,
  otherBearers,
  severalWellKnown,
} from './several-bearers.ts';
import { shortOfSeveral } from './short-of-several.ts';
import { nobodyFound, offersSomebody } from './suggestion.ts';
import { ofSeveralTowns } from './towns-spelled-alike.ts';

/** All candidates together, or the best of them, must be this likely for a choice to be offered. */
const TOGETHER = 0.4;
const BEST = 0.25;
/** A line that names two hospitals: read in one way it fits this one, in another way somebody else, and nothing speaks against either. */
const namesTwo = (best: Likely, likely: readonly Likely[]): boolean =>
  likely.some(
    (one) =>
      one.comparison.conflicts === 0 &&
      one.features.has('covered.both') &&
      one.features.has('reading.second') !== best.features.has('reading.second'),
  );

/** Those who bear the whole name, behind one who is likelier and whose name is only like it. */
const rivalsByName = (best: Likely, likely: readonly Likely[]): readonly Likely[] =>
  best.features.has('whole.rival') ? likely.filter((one) => one.key === 'whole') : [];

/** A choice among those who bear a name; who bears it in two ways is one of them once. */
const oneOfSeveral = (search: Search, bearers: readonly Likely[]): Identification => {
  const each = [...new Map(bearers.map((one) => [one.id, one])).values()];
  return severalBear(search.name, asCandidates(search, each));
};

const settled = async (search: Search, found: Likelihoods): Promise<Identification | null> => {
  const { name, place, finder } = search;
  const there = namedThere(name, found.likely);
  const printed = printedBeforeTranslated(search, found.likely);
  const best = there ?? printed ?? found.likely[0];
  if (best === undefined) return null;
  const certain =
    there !== null ||
    best === printed ||
    bearsItAlone(search, best, found.likely) ||
    isItWrittenOut(search, best) ||
    isPartUnderBody(search, best) ||
    isNumberedPart(search, best, found.likely) ||
    isPlacedByBracket(finder.index, name, best, found.likely);
  const rivals = there === null ? rivalsByName(best, found.likely) : [];
  if (best.probability >= found.settledAt && rivals.length > 0)
    return oneOfSeveral(search, [best, ...rivals]);
  const doubted = isNeverSettled((feature) => best.features.get(feature)) || namesTwo(best, found.likely);
  if ((best.probability < found.settledAt || doubted) && !certain) return null;
  const others = otherBearers(best, found.likely);
  if (isFamousWordAlone(name, search.reader) || (await borrowsFamousWord(search, best))) return null;
  const bearers = [...others, ...knownByItsEnd(search, best, found.likely)];
  if (
    bearers.length > others.length ||
    severalWellKnown(finder, best, others) ||
    isCalledSoBesides(search, best, others) ||
    isAnothersToo(finder, best, others)
  )
    return oneOfSeveral(search, [best, ...bearers]);
  const ofKind = byKindAlone(search, best, found);
  if (ofKind !== null) return ofKind;
  const alike = alsoMeant(search, best, found);
  if (alike.length > 0) return oneOfSeveral(search, [best, ...alike]);
  if (!certain && meansAnother(search, best)) return null;
  const open = there === null ? openName(search, best) : null;
  if (open !== null) return open;
  const { department } = withoutDepartment(name);
  const why = [
    ...candidateReasons(finder.index, place, best),
    ...(others.length > 0 ? [reason('name.others-bear-it', { name, count: others.length })] : []),
    ...(department === '' ? [] : [reason('name.department-aside', { words: department })]),
    ...(await notTheFamousOne(name, best.id, search.reader)),
  ];
  return strongMatch(best.id, certain ? Math.max(best.probability, found.settledAt) : best.probability, why);
};

/** 上海瑞金门诊部: a clinic, and all who are like it are hospitals. */
const isOfOtherHouse = (name: string, listed: readonly Likely[]): boolean =>
  isSmallHouse(name) &&
  listed.every(({ comparison }) => comparison.parts.some(({ code }) => code === 'body.differs'));

/** Two or more could be meant. */
const severalMeant = (search: Search, found: Likelihoods): Identification | null => {
  const listed = worthListing(found);
  const together = listed.reduce((sum, one) => sum + one.probability, 0);
  if (listed.length < 2 || (together < TOGETHER && (listed[0]?.probability ?? 0) < BEST)) return null;
  if (isOfOtherHouse(search.name, listed)) return null;
  // Where somebody bears the very name, it is not said that nobody does.
  const bear =
    listed.some((one) => one.key === 'whole') ||
    listed.every((one) => one.key === 'core' || one.key === 'short');
  const said = { name: search.name, count: listed.length };
  const why = reason(bear ? 'name.several' : 'name.similar-only', said);
  return ambiguousMatch([why], asCandidates(search, listed));
};

/** What a name says without a look at what else it may be: a place alone, a part that is leased out, a firm, or the one that it settles on. */
const surely = async (search: Search, found: Likelihoods): Promise<Identification | null> => {
  const placeAlone = byPlaceAlone(search, found);
  if (placeAlone !== null) return placeAlone;
  const borne = found.likely.some(({ key }) => key === 'whole');
  const other = borne ? null : (leasedOut(search) ?? (await firmUnderName(search)));
  if (other !== null) return other;
  return saysTooLittle(search, found) ? null : settled(search, found);
};

/**
 * Who bears this name (docs/names.md): the one institution that is likely enough; a branch of one that no list holds; several to
 * choose from; a name that borrows a famous word; or nobody, with what comes nearest. `place` is what the question states beside; `again`: the name is
 * another way to say one that nobody was found by, of which only who is settled on counts.
 */
export const findByName = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
  finder: () => Promise<NameFinder> = () => nameFinderFor(reader),
  again = false,
): Promise<Identification> => {
  const { full } = nameKeys(name);
  if (full === '') return noMatch([reason('name.unreadable')]);
  const search: Search = { name, place, reader, finder: await finder() };
  const found = search.finder.likely(name, place);
  const sure = await surely(search, found);
  if (sure !== null) return sure;
  if (isGeneric(name)) return byGenericWords(search, found);
  const line = await inSeveralBodies(search, (one) =>
    surely({ ...search, name: one }, search.finder.likely(one, place)),
  );
  const bodied =
    line ?? (await underOwnBodies(search, (own) => findByName(own, place, reader, finder, again)));
  if (bodied !== null) return bodied;
  const written = (own: string, at: AskedPlace): Promise<Identification> =>
    findByName(own, at, reader, finder, true);
  const towns = ofSeveralTowns(search, found);
  if (towns.length > 0) return oneOfSeveral(search, towns);
  return (
    (await namesNoHospital(search, (word) => findByName(word, place, reader, finder, again))) ??
    (again ? null : await saidOtherwise(search, written)) ??
    (await borrowedWord(search, found)) ??
    shortOfSeveral(search) ??
    (await notTheirs(search, found)) ??
    (await inAnotherTown(search, found)) ??
    branchNotOnRecord(search) ??
    (await homophoneOf(search, found)) ??
    byWordAlone(search, found) ??
    severalMeant(search, found) ??
    (await unknownBehind(search)) ??
    (again ? null : await partOfWord(search, written)) ??
    ((await fitsAnother(search, found)) ? null : await lookalikeOf(search, found)) ??
    (again ? noMatch([]) : null) ??
    (offersSomebody(search, found) ? null : await beyondChina(search)) ??
    (offersSomebody(search, found) ? null : await namesPartOfNoHospital(search)) ??
    nobodyFound(search, found)
  );
};
