import { otherNameWords } from '../../../schema/lexicon/other-name-words.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
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
const areOfQuarter = (words: string): boolean =>
  words.split(/[、,，;；]/u).every((one) => isTownship(parseName(one).body));

/** How a house ends that may have a licence of its own; 院区 and 分院 are parts. */
const HOUSE = /(?:医院|保健院|防治[院所]|研究所|hospital|cent(?:er|re))$/iu;
/** A university's hospital besides is told by itself (`name.body-aside`). */
const UNIVERSITY = /(?:大学|学院)$/u;
/** Whether words are a whole name of a house: its place or body, and what tells it from others there. A part of a hospital is called by less (东院, 大学城医院). */
const isWholeName = (parts: NameParts): boolean =>
  !saysNone(parts, 'places', 'districts', 'parent') &&
  (!saysNone(parts, 'core', 'kinds', 'specialties') || parts.ordinal !== null);

/** 延庆区医院（北京大学第三医院延庆医院）: the town of the first name before the house of the other, as a great hospital's partner there is called. */
const TOWN = /(\p{Script=Han}{2})(?:分院|医院)$/u;
export const isPartnerThere = ({ before, inside }: Omit<NameAndOther, 'isSaid'>): boolean => {
  const [, town] = TOWN.exec(inside) ?? [];
  return town !== undefined && before.includes(town);
};

/**
 * 北京市第二医院（北京市西城区老年医院）: a hospital by a name on record, and behind it another whole name that nobody on record bears. Many licences have two names, and a list prints one. That no
 * list gives the other is said. Null where it is called by less than a whole name, so that it may be a part; where it states another place; and where it borrows a famous word or is given to
 * the hospital that bears one.
 */
export const secondName = async (
  { before, inside, isSaid }: NameAndOther,
  [found, other]: readonly [Identification, Identification],
  reader: Reader,
): Promise<Identification | null> => {
  const dossier = found.id !== null && found.why.some(saysEqual) ? await reader.dossier(found.id) : undefined;
  if (dossier === undefined || placeFit(placeInName(inside), knownPlace(dossier)) === 'differs') return null;
  if (!areOfQuarter(inside)) {
    const isPartner = isPartnerThere({ before, inside });
    const [own, said] = [parseName(before), parseName(inside)];
    const isHouse =
      HOUSE.test(inside) && said.branch + said.department === '' && !UNIVERSITY.test(said.parentText);
    const isWithin = own.coreText !== '' && simplify(inside).includes(own.coreText);
    if (!isPartner && !(isHouse && !isWithin && (isSaid || isWholeName(said)))) return null;
    if (other.match !== 'none' && !(other.match === 'branch-not-on-record' && isPartner)) return null;
    // What is told of a famous hospital under a name that nobody knows of it is another's advertising.
    if ((await famousWordOf(dossier, reader)) !== null) return null;
  }
  return { ...found, why: [...found.why, reason('name.second-name', { name: before, words: inside })] };
};
