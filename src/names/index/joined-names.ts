import { isGenericZh } from '../../name-keys/generic-words.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { isUniversity, presentUniversity } from '../../name-keys/universities.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { townOfUniversity } from '../compare/compare-place.ts';

const HOUSE = /医院|精神病院|保健院|防治院|疗养院|中心/gu;
const ENDS = /(?:医院|精神病院|保健院|防治院|疗养院|中心)$/u;
/** A branch is named by its town alone (…医院重庆医院); a second name says more. */
const MORE_THAN_TOWN = 4;

type Town = Readonly<{ province: string; city: string | null }>;

const sameTown = (a: Town, b: Town): boolean =>
  a.province === b.province && (a.city === b.city || a.city === null || b.city === null);

/** The town of the university whose hospital a name says it is: 温州医学院附属第三医院. Null where it says none. */
const townOfItsUniversity = (text: string): Town | null => {
  const [, university = ''] = /^(\p{Script=Han}{2,12}(?:大学|学院))(?:附属|第)/u.exec(text) ?? [];
  const town = isUniversity(presentUniversity(university)) ? townOfUniversity(university) : null;
  return town === null ? null : placeNamed(town);
};

/** Whether a text is a whole name of its own: its place in full and more than "hospital", or whose hospital it is. */
const wholeName = (text: string): Town | null => {
  const found = leadingPlace(text);
  if (!ENDS.test(text)) return null;
  if (!found?.place.full) return townOfItsUniversity(text);
  const own = text.slice(found.length);
  return own.length >= MORE_THAN_TOWN || !isGenericZh(own) ? found.place : null;
};

/**
 * Names that a list printed as one, without a bracket or space between: 焦作市精神病院焦作市安康医院, 瑞安市人民医院温州医学院附属第三医院. The second is a name
 * by itself; the first too when both are of one town, since another town's would be whom the hospital belongs to, or when the second says whose
 * it is. Empty for other names.
 */
export const splitJoinedNames = (name: string): readonly string[] => {
  if (!hasHan(name) || name.length < 12) return [];
  const text = canonicalZh(name);
  for (const hit of text.matchAll(HOUSE)) {
    const end = hit.index + hit[0].length;
    const after = text.slice(end);
    const second = wholeName(after);
    if (second === null) continue;
    const before = text.slice(0, end);
    const first = wholeName(before);
    const isOne = first !== null && (sameTown(first, second) || townOfItsUniversity(after) !== null);
    return isOne ? [after, before] : [after];
  }
  return [];
};
