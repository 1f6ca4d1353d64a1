import { reason } from '../../schema/reason.ts';
import { nameKinds } from '../../schema/record.ts';
import type { Identification } from '../../schema/verdict.ts';
import { nameKeys } from '../name-keys/keys.ts';
import { inFull } from '../names/parse/spelled-out.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';
import type { AskedPlace } from './asked-place.ts';
import { borrowedWord } from './borrowed.ts';
import { branchNotOnRecord } from './branch.ts';
import { candidateReasons } from './candidate-reasons.ts';
import { famousWordIn, isFamousWordAlone, lookalikeOf, notTheFamousOne } from './famous.ts';
import type { NameFinder } from './finder.ts';
import { byGenericWords, byPlaceAlone, isGeneric, isTownsWordAlone } from './generic-name.ts';
import { nameFinderFor } from './kept-index/name-finders.ts';
import { withoutDepartment } from './model/asked-name.ts';
import { isDirectoryOnly } from './model/candidates.ts';
import { registeredNames } from './model/house-of.ts';
import type { Likelihoods, Likely } from './model/likelihood.ts';
import { isNeverSettled } from './model/never-settled.ts';
import { ambiguousMatch, noMatch, strongMatch } from './results.ts';
import { asCandidates, type Search } from './search.ts';
import { nobodyFound, worthListing } from './suggestion.ts';

/** All candidates together, or the best of them, must be this likely for a choice to be offered. */
const TOGETHER = 0.4;
const BEST = 0.25;
/** Lists beside the basic one on which a bearer stands who is well known. */
const WELL_KNOWN = 3;

/** 江西省人医: the end that people leave out written out, it is this one's whole name, and of nobody else does as much agree. */
const isItWrittenOut = ({ name }: Search, { key, features }: Likely): boolean =>
  key === 'house' && features.has('clean.sole') && hasHan(name) && inFull(name) !== null;

const APART =
  /^(?:ordinal|kind|specialty|branch|core|sort)\.(?:differs|missing|extra|similar|part|homophone)/u;

/** Whether it bears the bare name that was asked, in full or in short, whatever place or parent its own name adds. */
const bearsBareName = (one: Likely): boolean =>
  one.key === 'whole' ||
  (one.comparison.parts.some(({ code }) => code === 'core.equal') &&
    !one.comparison.parts.some(({ code }) => APART.test(code)));

/** The others who bear the bare name that was asked: it states no place and no parent. */
const otherBearers = (best: Likely, likely: readonly Likely[]): readonly Likely[] =>
  best.features.has('unplaced') && bearsBareName(best)
    ? likely.filter((one) => one !== best && bearsBareName(one))
    : [];

const isWellKnown = ({ index }: NameFinder, { institution }: Likely): boolean =>
  (index.standing[institution] ?? 0) >= WELL_KNOWN;

const REGISTERED = ['legal', 'second', 'english'];
/** Kinds of names by which an institution is known first, and what it is called; 仁济 is a second name of many. */
const OWN = ['legal', 'english', 'alias'];

/** Whether an institution is called by the name of this one with further words: 中国医学科学院阜外医院, 中国医学科学院阜外医院深圳医院. */
const isBranchOf = ({ index }: NameFinder, parent: Likely, other: Likely): boolean => {
  const own = registeredNames(index, parent.name).map((name) => index.names.at(name));
  return registeredNames(index, other.name).some((name) =>
    own.some((one) => index.names.at(name) !== one && index.names.at(name).startsWith(one)),
  );
};

/** 中山医院, 协和医院: where several well-known hospitals bear a bare name, none of them is settled on, whoever has it as an alias. A branch of one is called after it. */
const severalWellKnown = (finder: NameFinder, best: Likely, others: readonly Likely[]): boolean =>
  isWellKnown(finder, best) &&
  others.some(
    (one) =>
      isWellKnown(finder, one) &&
      OWN.includes(nameKinds[finder.index.nameKind[one.name] ?? 0] ?? '') &&
      !isBranchOf(finder, best, one),
  );

/**
 * 泰和医院, 金山医院: somebody else bears the bare name too. Of none who is well known is it said without more (泰和医院), nor of one who is called so in
 * short where it is another's whole name (复旦大学附属金山医院, 本溪市金山医院). What only directories name is no rival in short to what an authority lists.
 */
const isAnothersToo = (finder: NameFinder, best: Likely, others: readonly Likely[]): boolean => {
  if (best.key !== 'whole' && others.some(({ key }) => key === 'whole')) return true;
  const unlisted = isDirectoryOnly(finder.index, best);
  const rivals = others.filter((one) => unlisted || !isDirectoryOnly(finder.index, one));
  return rivals.length > 0 && !isWellKnown(finder, best);
};

/** 华西皮肤泌尿专科医院: a famous word, and what is called so in short is on no authority's list and its town was not said. */
const borrowsFamousWord = async (search: Search, best: Likely): Promise<boolean> => {
  const { key, features } = best;
  if (!isDirectoryOnly(search.finder.index, best) || key === 'whole') return false;
  return !IN_ITS_TOWN.some((code) => features.has(code)) && (await famousWordIn(search)) !== null;
};
const IN_ITS_TOWN = ['beside.agrees', 'place.equal:both', 'place.equal:where', 'district.equal'];

/**
 * Whether a whole name is on record for this institution alone, as a list prints it: such a name is settled whatever the model makes
 * of it. A bare name, which states no place and no body, is so where nobody well known is called by it in short.
 */
const bearsItAlone = ({ name, finder }: Search, best: Likely, likely: readonly Likely[]): boolean => {
  const registered = REGISTERED.some((kind) => best.features.has(`whole.${kind}`));
  if (!registered || !best.features.has('whole.sole')) return false;
  const { full, short } = nameKeys(name);
  return short !== full || !otherBearers(best, likely).some((one) => isWellKnown(finder, one));
};

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

const settled = async (search: Search, found: Likelihoods): Promise<Identification | null> => {
  const { name, place, finder } = search;
  const [best] = found.likely;
  if (best === undefined) return null;
  const certain = bearsItAlone(search, best, found.likely) || isItWrittenOut(search, best);
  const rivals = rivalsByName(best, found.likely);
  if (best.probability >= found.settledAt && rivals.length > 0)
    return ambiguousMatch(
      [reason('name.several', { name, count: rivals.length + 1 })],
      asCandidates(search, [best, ...rivals]),
    );
  const doubted = isNeverSettled((feature) => best.features.get(feature)) || namesTwo(best, found.likely);
  if ((best.probability < found.settledAt || doubted) && !certain) return null;
  const others = otherBearers(best, found.likely);
  if (isFamousWordAlone(name, search.reader) || (await borrowsFamousWord(search, best))) return null;
  if (severalWellKnown(finder, best, others) || isAnothersToo(finder, best, others))
    return ambiguousMatch(
      [reason('name.several', { name, count: others.length + 1 })],
      asCandidates(search, [best, ...others]),
    );
  const { department } = withoutDepartment(name);
  const why = [
    ...candidateReasons(finder.index, place, best),
    ...(others.length > 0 ? [reason('name.others-bear-it', { name, count: others.length })] : []),
    ...(department === '' ? [] : [reason('name.department-aside', { words: department })]),
    ...(await notTheFamousOne(name, best.id, search.reader)),
  ];
  return strongMatch(best.id, certain ? Math.max(best.probability, found.settledAt) : best.probability, why);
};

/** Two or more could be meant. */
const severalMeant = (search: Search, found: Likelihoods): Identification | null => {
  const listed = worthListing(found);
  const together = listed.reduce((sum, one) => sum + one.probability, 0);
  if (listed.length < 2 || (together < TOGETHER && (listed[0]?.probability ?? 0) < BEST)) return null;
  const { name } = search;
  const count = listed.length;
  // Where somebody bears the very name, it is not said that nobody does.
  const bear =
    listed.some((one) => one.key === 'whole') ||
    listed.every((one) => one.key === 'core' || one.key === 'short');
  const why = reason(bear ? 'name.several' : 'name.similar-only', { name, count });
  return ambiguousMatch([why], asCandidates(search, listed));
};

/**
 * Who bears this name (docs/names.md): the one institution that is likely enough; a branch of one that no list holds; several to
 * choose from; a name that borrows a famous word; or nobody, with what comes nearest. `place` is what the question states beside.
 */
export const findByName = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
  finder: () => Promise<NameFinder> = () => nameFinderFor(reader),
): Promise<Identification> => {
  const { full } = nameKeys(name);
  if (full === '') return noMatch([reason('name.unreadable')]);
  const search: Search = { name, place, reader, finder: await finder() };
  const found = search.finder.likely(name, place);
  const placeAlone = byPlaceAlone(search, found);
  if (placeAlone !== null) return placeAlone;
  const generic = isGeneric(name);
  const open = (generic && place.city === null) || isTownsWordAlone(name);
  const sure = open ? null : await settled(search, found);
  if (sure !== null) return sure;
  if (generic) return byGenericWords(search, found);
  return (
    (await borrowedWord(search, found)) ??
    branchNotOnRecord(search, found) ??
    severalMeant(search, found) ??
    (await lookalikeOf(search, found)) ??
    nobodyFound(search, found)
  );
};
