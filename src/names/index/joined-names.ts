import { isGenericZh } from '../../name-keys/generic-words.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { leadingPlace, type NamedPlace } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';

const HOUSE = /医院|精神病院|保健院|防治院|疗养院|中心/gu;
const ENDS = /(?:医院|精神病院|保健院|防治院|疗养院|中心)$/u;
/** A branch is named by its town alone (…医院重庆医院); a second name says more. */
const MORE_THAN_TOWN = 4;

const sameTown = (a: NamedPlace, b: NamedPlace): boolean => a.province === b.province && a.city === b.city;

/** Whether what follows a house is a whole name of its own: its place in full, and more than "hospital". */
const wholeName = (text: string): NamedPlace | null => {
  const found = leadingPlace(text);
  if (!found?.place.full || !ENDS.test(text)) return null;
  const own = text.slice(found.length);
  return own.length >= MORE_THAN_TOWN || !isGenericZh(own) ? found.place : null;
};

/**
 * Names that a list printed as one, without a bracket or space between: 焦作市精神病院焦作市安康医院. The second is a name by itself;
 * the first too when both are of one town, since another town's would be whom the hospital belongs to. Empty for other names.
 */
export const splitJoinedNames = (name: string): readonly string[] => {
  if (!hasHan(name) || name.length < 12) return [];
  const text = canonicalZh(name);
  for (const hit of text.matchAll(HOUSE)) {
    const end = hit.index + hit[0].length;
    const second = wholeName(text.slice(end));
    if (second === null) continue;
    const before = text.slice(0, end);
    const first = wholeName(before);
    return first !== null && sameTown(first, second) ? [text.slice(end), before] : [text.slice(end)];
  }
  return [];
};
