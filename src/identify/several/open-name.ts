import { openWords } from '../../../schema/lexicon/open-words.ts';
import { reason } from '../../../schema/reason.ts';
import { nameKinds } from '../../../schema/record.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { hasOwnWord } from '../../names/compare/compare-parent.ts';
import { universitiesCalled } from '../../names/compare/short-parent.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { nearestOf } from '../famous/lookalike.ts';
import { isAlias, isRegisteredSo, namesOfBearer, registeredNames } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import { noMatch } from '../results.ts';
import { asCandidates, type Holds, type Search } from '../search.ts';
import { isCalledSo, isWellKnown } from '../several-bearers.ts';
import { isNumberedAnew, ofSeveralUniversities } from '../short-of-several.ts';
import { isSoundOfAlias } from './certain.ts';

type Kind = keyof typeof openWords;
const sets = (kind: Kind) => ({
  han: new Set<string>(openWords[kind].zh),
  latin: new Set<string>(openWords[kind].en),
});
const known = { rank: sets('rank'), region: sets('region'), usual: sets('usual') };

/** Whether the distinctive part of a name is made of such words, and of no other. */
const isOf = (kind: Kind, { script, core, coreText }: NameParts): boolean =>
  script === 'han'
    ? known[kind].han.has(coreText)
    : core.length > 0 && core.every((word) => known[kind].latin.has(word));

/** 省儿保, 市肛肠病院: of our province or town, whichever that is. */
const OURS = /^[省市区县州]/u;
/** 国家儿童医学中心: the ministry gives this title to several hospitals of a field. */
const STATE_TITLE = /^国家.{0,12}(?:医学|医疗)中心$/u;

const isUnplaced = (parts: NameParts): boolean =>
  saysNone(parts, 'places', 'districts', 'parent') && (parts.ordinal ?? 0) < ARMY_CODES;
/** From here on a number is an army hospital's own: "302 Military Hospital". */
const ARMY_CODES = 100;

/** 首都儿科研究所, 首都儿童医学中心: an institute of its field, or a name with which a registered one of a well-known house of that field ends. */
const isOnlyOne = (search: Search, best: Likely, readings: readonly NameParts[]): boolean =>
  isWellKnown(search, best) &&
  best.key === 'whole' &&
  readings.every(
    ({ script, specialties, body }) =>
      script === 'han' &&
      ((specialties.length > 0 && isCalledSo(search, best, search.name)) || body === 'institute'),
  );

const PRINTED = [nameKinds.indexOf('legal'), nameKinds.indexOf('second')];

/** Words for a kind of house that every province has, whatever its work. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['provincialfounded', 'general', 'central']);

/**
 * "Hubei Provincial Hospital", which a list has for 湖北省妇幼保健院: no more than a place and what every place has, where each registered Chinese name says of what
 * work the house is.
 */
const saysLess = ({ index }: Search, best: Likely, readings: readonly NameParts[]): boolean => {
  const isPlain = readings.every(
    (parts) =>
      saysNone(parts, 'core', 'districts', 'parent', 'specialties', 'ordinal') &&
      parts.places.length > 0 &&
      parts.kinds.every((kind) => PLAIN_KINDS.has(kind)),
  );
  if (!isPlain || best.features.has('whole.legal') || best.features.has('whole.second')) return false;
  const registered = namesOfBearer(index, best.name)
    .filter((one) => PRINTED.includes(index.nameKind[one] ?? 0))
    .map((one) => index.partsAt(one))
    .filter(({ script }) => script === 'han');
  return registered.length > 0 && registered.every(({ specialties }) => specialties.length > 0);
};

/** 医大一院: of any medical university, though a list has it for the alias of one. 中国科大附一院 says which, and 大医一院, as one university alone is called. */
const isOfAnyBody = (best: Likely, readings: readonly NameParts[]): boolean =>
  best.features.has('whole.alias') &&
  readings.every(({ text }) => !text.startsWith('中国')) &&
  readings.every(
    (parts) =>
      parts.parent.length > 0 &&
      !hasOwnWord(parts.parent) &&
      universitiesCalled(parts.parentText).length !== 1 &&
      saysNone(parts, 'core', 'places', 'districts'),
  );

/** The name asked, or the alias on record whose English words it is: "Ankang Hospital" says no more than 安康医院. */
const chineseOf = ({ name, index }: Search, best: Likely): string =>
  best.key === 'translation' && isAlias(index, best.name) ? index.names.at(best.name) : name;

/**
 * Whether a name says nothing but of what rank, region or spirit a hospital is (首都医院, 西部中心医院, 仁爱医院), without its town or body, and the record it agrees
 * with is not known by that alone: no list registers the whole name for it, and it is neither a well-known hospital's alias with which a registered name of it ends
 * (南方医院) nor its word for a region. Such a name may be anybody's.
 */
const isOpenName: Holds = (search, best) => {
  const { features } = best;
  const name = chineseOf(search, best);
  const readings = parseReadings(name);
  if (saysLess(search, best, readings)) return true;
  if (isRegisteredSo(features) || features.has('beside.agrees')) return false;
  if (isOfAnyBody(best, readings)) return true;
  if (!readings.every(isUnplaced)) return false;
  const text = canonicalZh(name);
  const all = (kind: Kind): boolean => readings.every((parts) => isOf(kind, parts));
  if (STATE_TITLE.test(text) || OURS.test(text)) return true;
  if (all('rank')) return !/^国家/u.test(text) && !isOnlyOne(search, best, readings);
  if (all('region')) {
    const whole = best.key === 'whole' || best.key === 'translation';
    return !(whole && isWellKnown(search, best));
  }
  const isBare = readings.every(({ body }) => body === null) || isCalledSo(search, best, name);
  return all('usual') && !isWellKnown(search, best) && isBare;
};

/** Whom it is about, by a registered name: the one that agrees says as little as what was asked. */
const registeredName = ({ index }: Search, { name }: Likely): string =>
  index.names.at(registeredNames(index, name)[0] ?? name);

/** The answer to a name that may be anybody's: nobody is settled on, and whom it agrees with is offered. Null for any other name. */
export const openName = (search: Search, best: Likely): Identification | null => {
  const { name } = search;
  if (isSoundOfAlias(search, best)) return nearestOf(search, best);
  if (isNumberedAnew(search, best)) return noMatch([reason('name.not-found', { name })], []);
  const several = ofSeveralUniversities(search, best);
  if (several !== null) return several;
  return isOpenName(search, best)
    ? noMatch(
        [
          reason('name.open', { name }),
          reason('name.nearest', { known: registeredName(search, best), id: best.id }),
        ],
        asCandidates(search, [best]),
      )
    : null;
};
