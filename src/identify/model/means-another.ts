import { saysField } from '../../names/compare/compare-kind.ts';
import { saysNone } from '../../names/parse/parts.ts';
import { townsCalled } from '../../places/around-district.ts';
import { placesSpelled, provincesOrCitiesSpelled, townsSpelled } from '../../places/english-names.ts';
import { placeNamed } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { syllables } from '../../text/pinyin.ts';
import { placeFit } from '../asked-place.ts';
import { isOutsideMainland, isTraditional } from '../famous/regions.ts';
import { isTownsWord } from '../generic-name.ts';
import { type Holds, listsOf, placeIn, type Search } from '../search.ts';
import {
  isOfOtherLevel,
  isOfOtherSort,
  isOfUnnamedCounty,
  isTownsAlone,
  isTownsNumber,
} from './house-doubts.ts';
import { namesOfBearer, partsOfBearer, registeredParts } from './house-of.ts';
import type { Likely } from './likelihood.ts';

/** Lists of authorities from which on a hospital's word is its own before it is a county's: 龙南医院 is in 大庆. */
const KNOWN_BY_WORD = 4;

/** 上海华美医院, 上海美华医院: a word of two characters is another word the other way round, and no slip of the keyboard. */
const isOtherCharacterOrder: Holds = ({ readings }, { features }) =>
  features.has('text.reordered') &&
  features.has('core.differs') &&
  readings.every(({ coreText }) => coreText.length <= 2);

/** "Sino-American Hospital", "American-Sino Hospital": the same words in another order, where nothing else tells who is meant. */
const isOtherWordOrder: Holds = ({ readings: [asked], index }, best) => {
  if (asked?.script !== 'latin' || !best.features.has('unplaced') || asked.core.length < 2) return false;
  const inOrder = asked.core.join();
  // Of an institution that bears the words in both orders, the other order is found first at times.
  const known = [best.name, ...namesOfBearer(index, best.name)].map((one) => index.partsAt(one).core);
  return (
    known[0]?.toSorted().join() === asked.core.toSorted().join() &&
    known.every((core) => core.join() !== inOrder)
  );
};

/** Whether a registered name of this one has the word asked. */
const isRegisteredUnder = ({ index }: Search, { name }: Likely, word: string): boolean =>
  registeredParts(index, name).some(({ core }) => core.includes(word));

/**
 * "Kowloon Hospital", 阜康医院, "Siming Hospital": the one word of the name is a county or a quarter elsewhere than this one stands, which is called so only with its own town
 * before (苏州九龙医院, 西藏阜康医院) or by an old name (四明, 甘泉). The town's hospital may be meant, on record or not.
 */
const isOfTownElsewhere: Holds = (search, best) => {
  const [asked] = search.readings;
  const short =
    (best.key !== 'whole' || (asked?.script === 'han' && best.features.has('whole.alias'))) &&
    !best.features.has('beside.agrees') &&
    best.features.has('unplaced') &&
    asked?.core.length === 1 &&
    // 瑞金医院卢湾分院 says of which hospital it is a branch.
    asked.branch === '';
  if (!short) return false;
  const [word = ''] = asked.core;
  const lists = listsOf(search, best);
  const agreeing = best.features.get('names.agree') ?? 0;
  if (lists >= KNOWN_BY_WORD && (agreeing > 1 || isRegisteredUnder(search, best, word))) return false;
  const towns =
    asked.script === 'han'
      ? townsCalled(asked.coreText)
      : [...townsCalled(word), ...townsSpelled(word).map(({ city }) => ({ province: null, city }))];
  return towns.length > 0 && towns.every((town) => placeFit(town, placeIn(search, best)) === 'differs');
};

/**
 * "Ji'an Hospital" (集安, 吉安), "Jinjiang Hospital" (晋江, 锦江): a county's word and the word for a hospital, which no list prints so, where towns of other cities are spelled
 * alike. Where a city has the name it is meant first.
 */
const isOfTownSpelledAlike: Holds = (search, best) => {
  const { name, readings } = search;
  const [asked] = readings;
  if (asked?.script !== 'latin' || best.key === 'whole' || best.features.has('beside.agrees')) return false;
  const towns = townsSpelled(name.trim().replace(HOUSE, ''));
  const { city } = placeIn(search, best);
  return (
    saysNone(asked, 'parent', 'kinds', 'specialties', 'ordinal') &&
    !best.features.has('core.equal') &&
    HOUSE.test(name.trim()) &&
    new Set(towns.map((town) => town.city)).size > 1 &&
    !towns.some((town) => town.name === city)
  );
};
const HOUSE = / hospital$/iu;

const IN_FULL = /(?:大学|学院)$/u;
const soundOf = (body: string): string => syllables(body).join('');

/** The bodies that Chinese names on record of an institution state in full. */
const bodiesOf = ({ index }: Search, { name }: Likely): readonly string[] =>
  partsOfBearer(index, name)
    .map(({ parentText }) => parentText)
    .filter((body) => IN_FULL.test(body));

/** 济南大学第一附属医院, which in our words is one of 暨南大学: a body in full that sounds like the record's own and is written otherwise. */
const isOfBodyOfItsSound: Holds = (search, best) => {
  const body = search.readings[0]?.parentText ?? '';
  if (!best.features.has('other-script:han') || !IN_FULL.test(body)) return false;
  const known = bodiesOf(search, best);
  return !known.includes(body) && known.some((one) => soundOf(one) === soundOf(body));
};

/** "University of Jinan" (济南大学), where the record's own is no town's (暨南大学): a university said to be of a town where this one does not stand. */
const isOfTownsUniversity: Holds = (search, best) => {
  const [, word = ''] = /\buniversity of ([a-z']{2,20})$/iu.exec(search.name.trim()) ?? [];
  const known = placeIn(search, best);
  const towns = provincesOrCitiesSpelled(word.toLowerCase()).flatMap((one) => placeNamed(one) ?? []);
  return (
    towns.length > 0 &&
    towns.every(({ province, city }) => placeFit({ province, city }, known) === 'differs') &&
    !bodiesOf(search, best).some((body) =>
      towns.some(({ province, city }) => body.includes(shortName(city ?? province ?? ''))),
    )
  );
};

/**
 * 锡北医院, 晋陵医院, 书广医院: characters that stand in no Chinese name on record of this one, whose name in Latin letters only sounds so (Xibei,
 * Jinling, Shuguang). Many words are spelled alike, and Chinese names differ by their characters.
 */
const isWordOfItsSound: Holds = ({ readings, index }, best) =>
  best.features.has('other-script:han') &&
  readings.every(
    ({ script, coreText }) =>
      script === 'han' &&
      coreText !== '' &&
      !partsOfBearer(index, best.name).some(({ text }) => text.includes(coreText)),
  );

/** "Jin'an People's Hospital" (金安, 晋安), where this one stands in a city that only without the apostrophe is spelled so (济南). */
const isOfTownPartedElsewhere: Holds = (search, best) => {
  const { city } = placeIn(search, best);
  const parted = search.name.match(/[A-Za-z]{2,8}['’ʼ][A-Za-z]{2,12}/gu) ?? [];
  return parted.some((word) => {
    const [without, as] = [word.replace(/\W/gu, ''), word].map((one) => placesSpelled(one, 'city'));
    return city !== null && without?.includes(city) === true && as?.includes(city) === false;
  });
};

/**
 * 房山医院, "Beijing Shunyi Hospital": a place and the word for a hospital, where what agrees stands behind the body that a house of a field belongs to
 * (北京中医药大学房山医院), and each of its registered names says that field (北京市房山区中医医院). The place's own hospital is meant, on record or not; 岳阳医院 beside 上海 is none of
 * 岳阳's.
 */
const isOfFieldNotSaid: Holds = ({ readings, index }, best) => {
  const isBare = readings.every(
    (parts) =>
      (parts.core.length === 0 || isTownsWord(parts)) &&
      saysNone(parts, 'parent', 'kinds', 'specialties', 'ordinal', 'branch'),
  );
  const registered = registeredParts(index, best.name);
  return (
    isBare &&
    best.key !== 'whole' &&
    !['beside.agrees', 'place.equal:called'].every((code) => best.features.has(code)) &&
    registered.length > 0 &&
    registered.every((one) => one.core.length === 0 && saysField(one))
  );
};

/** 陽明醫院, 博仁醫院: a bare name in traditional characters, as hospitals in Hong Kong and Taiwan are written, of which our lists hold few, where this one is not known by its word. */
const isWrittenAsOutside: Holds = (search, best) =>
  isTraditional(search.name) &&
  best.features.has('unplaced') &&
  listsOf(search, best) < KNOWN_BY_WORD &&
  !isOutsideMainland(placeIn(search, best));

const DOUBTS: readonly Holds[] = [
  isWrittenAsOutside,
  isOfFieldNotSaid,
  isOfTownPartedElsewhere,
  isOtherCharacterOrder,
  isOtherWordOrder,
  isOfTownElsewhere,
  isOfTownSpelledAlike,
  isWordOfItsSound,
  isOfBodyOfItsSound,
  isOfTownsUniversity,
  isTownsAlone,
  isTownsNumber,
  isOfUnnamedCounty,
  isOfOtherLevel,
  isOfOtherSort,
];

/** Whether a name fits this one but for what makes it as likely another's: the order of its words, a town, or how it is written. */
export const meansAnother: Holds = (search, best) => DOUBTS.some((doubt) => doubt(search, best));
