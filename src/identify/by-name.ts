import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { nameKeys } from '../name-keys/keys.ts';
import { parseReadings } from '../names/parse/parse-name.ts';
import type { Reader } from '../store/registry-reader.ts';
import { answeredOnce } from './answered-once.ts';
import type { AskedPlace } from './asked-place.ts';
import { inOtherNames } from './beside/other-names-in-line.ts';
import { underOwnBodies } from './beside/own-bodies.ts';
import { underBodies } from './beside/under-university.ts';
import { branchNotOnRecord, calledAfterHospital } from './branch.ts';
import { candidateReasons } from './candidate-reasons.ts';
import { inAnotherCountry, underOtherBody, unknownBehind } from './famous/against.ts';
import { inAnotherTown } from './famous/another-town.ts';
import { borrowedWord, borrowsFamousWord, fitsAnother, homophoneOf } from './famous/borrowed.ts';
import { firmUnderName, leasedOut } from './famous/firm.ts';
import { lookalikeOf, notTheFamousOne } from './famous/lookalike.ts';
import { beyondChina, namesNoHospital, namesPartOfNoHospital } from './famous/no-hospital.ts';
import { isFamousWordAlone } from './famous/protected.ts';
import { partOfWord, saidOtherwise } from './famous/word-in-place.ts';
import { byGenericWords, byPlaceAlone, saysTooLittle } from './generic-name.ts';
import { nameFinderFor } from './kept-index/name-finders.ts';
import { withoutDepartment } from './model/asked-name.ts';
import type { Likely } from './model/likelihood.ts';
import { meansAnother } from './model/means-another.ts';
import { namedThere } from './model/named-there.ts';
import { isNeverSettled } from './model/never-settled.ts';
import { noMatch, saysEqual, strongMatch } from './results.ts';
import { firstOf, type NameFinder, oneOfSeveral, placedName, type Search, type Step } from './search.ts';
import { alsoMeant } from './several/also-meant.ts';
import { isCertain, printedBeforeTranslated } from './several/certain.ts';
import { byKindAlone } from './several/of-kind.ts';
import { openName } from './several/open-name.ts';
import { ofSeveralTowns } from './several/other-town.ts';
import { byWordAlone } from './several/same-word.ts';
import { severalMeant } from './several/several-meant.ts';
import { isOfSeveral, knownByItsEnd, otherBearers } from './several-bearers.ts';
import { shortOfSeveral } from './short-of-several.ts';
import { nobodyFound, offersSomebody } from './suggestion.ts';

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

/** Who a name settles on, or a choice where it is several's; null where it settles on nobody. */
const settled: Step = async (search) => {
  const { name, likely, settledAt } = search;
  const there = namedThere(name, likely);
  const printed = printedBeforeTranslated(search);
  const best = there ?? printed ?? likely[0];
  if (best === undefined) return null;
  const certain = there !== null || best === printed || isCertain(search, best);
  const rivals = there === null ? rivalsByName(best, likely) : [];
  if (best.probability >= settledAt && rivals.length > 0) return oneOfSeveral(search, [best, ...rivals]);
  const doubted = isNeverSettled((feature) => best.features.get(feature)) || namesTwo(best, likely);
  if ((best.probability < settledAt || doubted) && !certain) return null;
  if (isFamousWordAlone(name, search.reader) || (await borrowsFamousWord(search, best))) return null;
  const others = otherBearers(search, best);
  const byEnd = knownByItsEnd(search, best);
  if (byEnd.length > 0 || isOfSeveral(search, best)) return oneOfSeveral(search, [best, ...others, ...byEnd]);
  const ofKind = byKindAlone(search, best);
  if (ofKind !== null) return ofKind;
  const alike = alsoMeant(search, best);
  if (alike.length > 0) return oneOfSeveral(search, [best, ...alike]);
  if (!certain && meansAnother(search, best)) return null;
  const open = there === null ? openName(search, best) : null;
  if (open !== null) return open;
  const { department } = withoutDepartment(name);
  const why = [
    ...candidateReasons(search.index, search.place, best),
    ...(others.length > 0 ? [reason('name.others-bear-it', { name, count: others.length })] : []),
    ...(department === '' ? [] : [reason('name.department-aside', { words: department })]),
    ...(await notTheFamousOne(name, best.id, search.reader)),
  ];
  return strongMatch(best.id, certain ? Math.max(best.probability, settledAt) : best.probability, why);
};

/** Of a name that nobody on record bears, whole. */
const unlessBorne =
  (step: Step): Step =>
  (search) =>
    search.likely.some(({ key }) => key === 'whole') ? null : step(search);

/** Where nobody is likely enough to be offered. */
const unlessOffered =
  (step: Step): Step =>
  (search) =>
    offersSomebody(search) ? null : step(search);

/** What a name says without a look at what else it may be: a place alone, a part that is leased out, a firm, or the one that it settles on. */
const surely: Step = firstOf(byPlaceAlone, unlessBorne(leasedOut), unlessBorne(firmUnderName), (search) =>
  saysTooLittle(search) ? null : settled(search),
);

/** Whom a name settles on; where that is by likeness or nobody, whoever a line with several names of one hospital means by one of them. */
const byOneName: Step = async (search) => {
  const found = await surely(search);
  const isOpen = found === null || (found.id !== null && !found.why.some(saysEqual));
  return (isOpen ? await inOtherNames(search, surely) : null) ?? found;
};

/** All that a name may be, the surest first; where it is none of them, nobody bears it. */
const anything: Step = firstOf(
  byOneName,
  byGenericWords,
  (search) => underBodies(search, surely),
  underOwnBodies,
  ofSeveralTowns,
  namesNoHospital,
  saidOtherwise,
  borrowedWord,
  shortOfSeveral,
  underOtherBody,
  inAnotherCountry,
  inAnotherTown,
  branchNotOnRecord,
  homophoneOf,
  byWordAlone,
  severalMeant,
  unknownBehind,
  partOfWord,
  async (search) => ((await fitsAnother(search)) ? null : lookalikeOf(search)),
  unlessOffered(calledAfterHospital),
  // Of another way to say a name only who is settled on counts.
  ({ again }) => (again ? noMatch([]) : null),
  unlessOffered(beyondChina),
  unlessOffered(namesPartOfNoHospital),
);

/** A name with the place beside it, of whom it is asked, and whether as another way to say a name that was asked already. */
type Asked = Pick<Search, 'name' | 'place' | 'reader' | 'again'> & Readonly<{ finder: NameFinder }>;

const searchFor = (asked: Asked): Search => {
  const { name, place, reader, finder, again } = asked;
  return {
    ...finder.likely(name, place),
    name,
    readings: parseReadings(name),
    place,
    reader,
    index: finder.index,
    likelyFor: (own, at = place) => finder.likely(own, at).likely,
    other: (own) => searchFor({ ...asked, name: own }),
    ask: (own, at = place, more = again) => answerTo({ ...asked, name: own, place: at, again: more }),
    again,
  };
};

const searched = async (asked: Asked): Promise<Identification> => {
  if (nameKeys(asked.name).full === '') return noMatch([reason('name.unreadable')]);
  const search = searchFor(asked);
  return (await anything(search)) ?? nobodyFound(search);
};

/** The answer to a name alone, which one question may need several times. */
const answerTo = (asked: Asked): Promise<Identification> => {
  const key = `${asked.again}\t${placedName(asked.name, asked.place)}`;
  return answeredOnce(asked.reader, asked.finder, key, () => searched(asked));
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
): Promise<Identification> => answerTo({ name, place, reader, finder: await finder(), again: false });
