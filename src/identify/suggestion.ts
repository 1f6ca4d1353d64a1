import { observationSets } from '../../schema/lexicon/name-rules.ts';
import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { canonicalZh } from '../name-keys/keys.ts';
import { initialsAsked } from '../names/index/initials.ts';
import { maySoundSo } from '../names/index/spoken-so.ts';
import { asHospital, heard, peoplesThere, respelled, undoubled } from '../names/parse/respelled.ts';
import { leadingPlace } from '../places/place-names.ts';
import { shortLevenshtein } from '../text/edit-distance.ts';
import { hasHan } from '../text/han.ts';
import { syllables } from '../text/pinyin.ts';
import { withoutWorkBefore, withoutWorkBehind } from './beside/department-apart.ts';
import { isWorthAsking } from './model/explained.ts';
import { textsOfBearer } from './model/house-of.ts';
import type { Likely } from './model/likelihood.ts';
import { noMatch } from './results.ts';
import { asCandidates, type Search, worthListing } from './search.ts';

const { Spelled: SPELLED, There: THERE } = observationSets;

/** An institution elsewhere than the place stated beside the name is listed from here on. */
const ELSEWHERE = 0.25;
/**
 * From here on the first candidate is offered as what may have been meant. Of names whose institution is on record and that nobody
 * is settled on, two of three that lie between this and 0.2 mean it, and nine of ten above (bench/names, 2026-11-28).
 */
const DID_YOU_MEAN = 0.1;

/** Whether one slip in the distinctive word is all that differs ("Huashang Hospital"). */
const isMistyped = ({ comparison: { conflicts, parts } }: Likely): boolean =>
  conflicts === 1 && parts.some(({ code }) => code === 'core.similar');

const byStanding = (a: Likely, b: Likely): number =>
  (b.features.get('standing') ?? 0) - (a.features.get('standing') ?? 0);

/**
 * The best known of whom a name in Latin letters may be the name with one slip: real names differ so as well (Xuanhan, Xuanwu), so that none is
 * likely to be meant, and still it is what to ask about first.
 */
const mistyped = ({ name, likely }: Search): readonly Likely[] =>
  hasHan(name) || initialsAsked(name) !== ''
    ? []
    : likely.filter(isMistyped).toSorted(byStanding).slice(0, 1);

/** Its spelling or its sound is what agrees: it reads like a slip of the pen, be it ever so unlikely among so many names. */
const READS_ALIKE = [...SPELLED, 'sound.similar', 'core.similar', 'core.homophone'];
const MOST_ALIKE = 5;
/** What reads like it is of another place than the one that was said, or of one that nobody said. */
const OF_NO_PLACE = ['place.unknown', 'district.differs'];
/** 赤医附院: of another university than the one that was said, and nothing else of it agrees. */
const OF_OTHER_BODY = ['parent.differs', 'no-core'];
const spelledAlike = (likely: readonly Likely[]): readonly Likely[] =>
  likely
    .filter(
      ({ features }) =>
        READS_ALIKE.some((code) => features.has(code)) &&
        !OF_NO_PLACE.some((code) => features.has(code)) &&
        !OF_OTHER_BODY.every((code) => features.has(code)),
    )
    .slice(0, MOST_ALIKE);

/** 沈阳市第九人民医院, 成县人民医院: another town's than the one that was said, which has no word of its own that could be meant. */
const isOfOtherTown = ({ features }: Likely): boolean =>
  features.has('no-core') && ['place.differs', 'district.differs'].some((code) => features.has(code));

/** What makes it another one however alike it is written: 第三 and 第二, another town or county. */
const OTHER_ONE = ['ordinal', 'kind', 'specialty', 'place', 'district'].map((part) => `${part}.differs`);

/** Those of whom one character of a whole Chinese name is all that differs: wrong, lost or too many. */
const oneCharacterOff = ({ name, index, likely }: Search): ReadonlySet<Likely> => {
  const asked = canonicalZh(name);
  const isOff = (one: Likely): boolean =>
    !OTHER_ONE.some((code) => one.features.has(code)) &&
    !OF_OTHER_BODY.every((code) => one.features.has(code)) &&
    textsOfBearer(index, one.name).some((known) => shortLevenshtein(asked, canonicalZh(known)) === 1);
  return new Set(hasHan(name) && asked.length >= SHORTEST ? likely.filter(isOff) : []);
};
/** A shorter name is one character off too many others. */
const SHORTEST = 5;

/** What comes nearest: who could be meant, else whose name is mistyped or reads alike, else who bears the name elsewhere. */
const nearest = (search: Search): readonly Likely[] => {
  const likely = search.likely.filter((one) => !isOfOtherTown(one));
  const ways = [
    () => worthListing({ likely }),
    () => mistyped({ ...search, likely }),
    () => search.elsewhere().filter((one) => one.probability >= ELSEWHERE),
    () => spelledAlike(likely),
  ];
  return ways.map((way) => way()).find((found) => found.length > 0) ?? [];
};

/** Who is likely enough to be asked about, and whose names explain what was asked. */
const likelyMeant = ({ name, index, likely }: Search): Likely | undefined =>
  likely.find((one) => one.probability >= DID_YOU_MEAN && isWorthAsking(index, name, one));

/** Whether somebody is likely enough to be offered. */
export const offersSomebody = (search: Search): boolean => likelyMeant(search) !== undefined;

/** By another word, number, kind or work it is another ("Hong Kong Ruijin Hospital" is no 养和医院), and so is a county's own where its city was said. */
const ANOTHER =
  /^(?:core|ordinal|kind|specialty|district|branch)\.(?:differs|missing|extra)|^district\.not-said$/u;
/** So much likelier than the next must be who is offered though it is unlikely. */
const CLEARLY = 2;
/**
 * "Chengdu Women and Children Hospital", 成都市妇女儿童中心医院: who stands there and of whom no more than one part speaks against, and clearly before the next
 * such, be it ever so unlikely that a word was left out.
 */
const onlyNear = ({ likely }: Search): readonly Likely[] => {
  const near = likely.filter(
    ({ comparison, features }) =>
      comparison.conflicts <= 1 &&
      THERE.some((code) => features.has(code)) &&
      !comparison.parts.some(({ code, detail }) => detail !== 'kin' && ANOTHER.test(code)),
  );
  const [first, next] = near;
  return first !== undefined && first.probability >= CLEARLY * (next?.probability ?? 0) ? [first] : [];
};

/** Whose name it may be: the likeliest, else whose name is mistyped, else the only one there that is near. */
const offeredBy = (search: Search): readonly Likely[] => {
  const likely = likelyMeant(search);
  if (likely !== undefined) return [likely];
  const explained = (near: readonly Likely[]): readonly Likely[] =>
    near.filter((one) => isWorthAsking(search.index, search.name, one));
  const slips = explained(mistyped(search));
  return slips.length > 0 ? slips : explained(onlyNear(search));
};

/** A name as it may have been meant, where a slip is put right, and who may then be offered for it. */
type Reading = Readonly<{ right: string; fits: (first: Likely) => boolean }>;

/** One of the bearer's names says that work: Beijing Tongren has an eye center, and nobody else is offered for an eye hospital. */
const hasWork =
  (index: Search['index'], work: string): Reading['fits'] =>
  ({ name, features }) =>
    features.has('core.equal') &&
    textsOfBearer(index, name).some((known) => ` ${known.toLowerCase()} `.includes(` ${work} `));

const readOtherwise = (search: Search): readonly Reading[] => {
  const { name, index } = search;
  const soundsSo = (first: Likely): boolean => {
    const [place, sound] = [name.slice(0, leadingPlace(name)?.length ?? 0), syllables(name).join(' ')];
    return textsOfBearer(index, first.name).some(
      (known) => known.startsWith(place) && syllables(known).join(' ') === sound,
    );
  };
  const fitting = (names: readonly string[], fits: Reading['fits']): readonly Reading[] =>
    names.map((right) => ({ right, fits }));
  return [
    ...fitting([...respelled(name), ...withoutWorkBehind(name), ...asHospital(name)], () => true),
    ...withoutWorkBefore(name).map(({ own, work }) => ({ right: own, fits: hasWork(index, work) })),
    ...fitting(peoplesThere(name), ({ features }) => features.has('district.equal')),
    ...fitting(undoubled(name), ({ key }) => key !== null),
    // Who is not spoken so on record is not looked for: most slips sound like nobody.
    ...fitting(
      heard(name).filter((sound) => maySoundSo(index, sound)),
      soundsSo,
    ),
  ];
};

/**
 * Nobody is settled on; who comes nearest is offered (`name.nearest`), and is never an answer. A name that is like nobody's is read once more with
 * its places spelled right, without work that stands behind its house or a doubled character, and by its sound.
 */
export const nobodyFound = (search: Search): Identification => {
  const { name, index } = search;
  const own = offeredBy(search);
  const [other] = (own.length > 0 ? [] : readOtherwise(search))
    .map(({ right, fits }) => ({ right: search.other(right), fits }))
    .filter(({ right, fits }) => right.likely.slice(0, 1).some(fits) && offeredBy(right).length > 0)
    .map(({ right }) => right)
    .toSorted((a, b) => (b.likely[0]?.probability ?? 0) - (a.likely[0]?.probability ?? 0));
  const kept = other ?? search;
  const offered = other === undefined ? own : offeredBy(other);
  const isOffered = (id: string): boolean => offered.some((one) => one.id === id);
  // 宜兴市人民医院 is not listed for 艺星, which only sounds like it; who stands there is, whatever he is called.
  const off = oneCharacterOff(search);
  const near = [...nearest(kept), ...off].filter((one) => !isOffered(one.id));
  const isNear = (one: Likely): boolean =>
    one.key !== null ||
    off.has(one) ||
    THERE.some((code) => one.features.has(code)) ||
    isWorthAsking(index, kept.name, one);
  return noMatch(
    [
      reason('name.not-found', { name }),
      ...offered.map((one) => reason('name.nearest', { known: index.names.at(one.name), id: one.id })),
    ],
    asCandidates(search, [...offered, ...new Map(near.filter(isNear).map((one) => [one.id, one])).values()]),
  );
};
