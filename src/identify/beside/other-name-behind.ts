import type { Dossier } from '../../../schema/institution.ts';
import { houseSorts } from '../../../schema/lexicon/house-sorts.ts';
import { otherNameWords } from '../../../schema/lexicon/other-name-words.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { sameSet } from '../../names/compare/comparison.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { shortName } from '../../places/short-name.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import { placeFit, placeInName } from '../asked-place.ts';
import { famousWordOf } from '../famous/against.ts';
import { isTownship } from '../model/house-of.ts';
import { trailingBracket } from '../name-cuts.ts';
import { saysEqual } from '../results.ts';
import { knownPlace } from './read-words.ts';

/** A name, and what stands behind it as another name of the same; `isSaid`: a word says that it is one (原, formerly). */
type NameAndOther = Readonly<{ before: string; inside: string; isSaid: boolean }>;

const SIGNS: ReadonlySet<string> = new Set(' ,，、;；:：.-–—“”"');

const patterns = late(() => {
  const { zh, en } = otherNameWords();
  const [han, latin] = [zh, en].map((all) => all.map((one) => one.replaceAll('.', '\\.')).join('|'));
  const longer = zh.filter((one) => one.length > 1 || one === '原').join('|');
  return {
    first: new RegExp(`^(?:(?:${han})|(?:${latin})(?=[\\s,:]))`, 'iu'),
    hanBehind: new RegExp(`^(.{1,40}?(?:医院|中心))[\\s,，、;；]{0,2}((?:${longer}).{3,60})$`, 'u'),
    latinBehind: new RegExp(`^(.{3,80}?)[,;\\s–-]{1,3}((?:${latin}) .{3,80})$`, 'iu'),
  };
});

/** What stands behind a name without a bracket, with the word before it: 瑞金医院，原广慈医院; "Ruijin Hospital, formerly Guangci Hospital". */
const behindWord = (name: string): Readonly<{ before: string; inside: string }> | null => {
  const { hanBehind, latinBehind } = patterns();
  const [, before, inside] = (hasHan(name) ? hanBehind : latinBehind).exec(name.trim()) ?? [];
  return before === undefined || inside === undefined ? null : { before, inside };
};

/** A name with another one in a bracket behind it, or behind a word that says so: 瑞金医院（原广慈医院）. Null for any other. */
export const otherNameBehind = (name: string): NameAndOther | null => {
  const apart = trailingBracket(name) ?? behindWord(name);
  if (apart === null) return null;
  const { first } = patterns();
  const inside = trimSigns(apart.inside.replace(first, ''), SIGNS);
  return inside === '' ? null : { before: apart.before, inside, isSaid: first.test(apart.inside) };
};

/** Whether all that stands there are centres of a quarter or a town, which many hospitals run under their own licence. */
const areOfQuarter = (all: readonly NameParts[]): boolean => all.every(({ body }) => isTownship(body));

/** How a house ends that may have a licence of its own; 院区 and 分院 are parts. */
const HOUSE = /(?:医院|保健院|防治[院所]|研究所|hospital)$/iu;
/** A university's hospital besides is told by itself (`name.body-aside`). */
const UNIVERSITY = /(?:大学|学院)$/u;
/**
 * Whether words are a whole name of a house: its place or body, and its kind, work or number. A part of a hospital is called by less (东院, 大学城医院), and one with a word of its own
 * (北京美丽医院) may be a hospital by itself.
 */
const isWholeName = (parts: NameParts): boolean =>
  !saysNone(parts, 'places', 'districts', 'parent') &&
  saysNone(parts, 'core') &&
  (!saysNone(parts, 'kinds', 'specialties') || parts.ordinal !== null);

/** 北京市第二医院（北京市通州区老年医院）: it states another place than where the record has the hospital. */
const isElsewhere = (words: string, all: readonly NameParts[], dossier: Dossier): boolean => {
  const { district } = dossier.place;
  const said = all.flatMap(({ districts }) => districts.map((one) => one.split(':').at(-1)));
  return (
    placeFit(placeInName(words), knownPlace(dossier)) === 'differs' ||
    (district !== undefined && said.length > 0 && !said.includes(shortName(district)))
  );
};

/** 北京市第六医院（北京市第九医院）, 昆山市第一人民医院（昆山市妇幼保健院）: another number of the same town, or another medicine or work, whose houses are hospitals by themselves. */
const isAnotherHouse = (own: NameParts, said: NameParts): boolean =>
  (own.ordinal !== null &&
    said.ordinal !== null &&
    own.ordinal !== said.ordinal &&
    sameSet(own.districts, said.districts)) ||
  [...said.kinds, ...said.specialties].some(
    (one) => houseSorts.apart.has(one) && ![...own.kinds, ...own.specialties].includes(one),
  );

/** 延庆区医院（北京大学第三医院延庆医院）: the town of the first name before the house of the other, as a great hospital's partner there is called. */
const TOWN = /(\p{Script=Han}{2})(?:分院|医院)$/u;
export const isPartnerThere = ({ before, inside }: Omit<NameAndOther, 'isSaid'>): boolean => {
  const [, town] = TOWN.exec(inside) ?? [];
  return town !== undefined && before.includes(town);
};

/**
 * 北京市第二医院（北京市西城区老年医院）: a hospital by a name on record, and behind it another whole name that nobody on record bears. Many licences have two names, and a list prints one. That no
 * list gives the other is said. Null where it is called by less than a whole name, so that it may be a part; where it states another place, or is another house's; and where
 * it borrows a famous word or is given to the hospital that bears one.
 */
export const secondName = async (
  { before, inside, isSaid }: NameAndOther,
  [found, other]: readonly [Identification, Identification],
  reader: Reader,
): Promise<Identification | null> => {
  const dossier = found.id !== null && found.why.some(saysEqual) ? await reader.dossier(found.id) : undefined;
  const all = inside.split(/[、,，;；]/u).map((one) => parseName(one));
  if (dossier === undefined || isElsewhere(inside, all, dossier)) return null;
  if (!areOfQuarter(all)) {
    const isPartner = isPartnerThere({ before, inside });
    const [own, said] = [parseName(before), parseName(inside)];
    const isHouse =
      HOUSE.test(inside) && said.branch + said.department === '' && !UNIVERSITY.test(said.parentText);
    const isWithin = own.coreText !== '' && simplify(inside).includes(own.coreText);
    const isSecond = isHouse && !isWithin && (isSaid || isWholeName(said)) && !isAnotherHouse(own, said);
    if (!isPartner && !isSecond) return null;
    if (other.match !== 'none' && !(other.match === 'branch-not-on-record' && isPartner)) return null;
  }
  // What is told of a famous hospital under a name that nobody knows of it is another's advertising, or a house of its quarter.
  if ((await famousWordOf(dossier, reader)) !== null) return null;
  return { ...found, why: [...found.why, reason('name.second-name', { name: before, words: inside })] };
};
