import { canonicalZh, withoutParent } from '../name-keys/keys.ts';
import { shortLevenshtein } from '../text/edit-distance.ts';
import { hasHan } from '../text/han.ts';

const ENGLISH_BODY = /universit|\buniv\b|college|school|academy|institute|daxue/iu;

/** The body a name says it belongs to (上海交通大学), '' when it names none; null when an English name holds one. */
export const parentOf = (name: string): string | null => {
  if (!hasHan(name)) return ENGLISH_BODY.test(name) ? null : '';
  const text = canonicalZh(name);
  const own = withoutParent(text);
  return text.slice(0, text.length - own.length).replace(/附属$/u, '');
};

/**
 * Whether `short` can be an abbreviation of `long`: its characters appear there in order (上海交大 in 上海交通大学). A name that
 * ends in 大学 is no abbreviation: 南京大学 is not 南京医科大学.
 */
const abbreviates = (short: string, long: string): boolean => {
  if (/(?:大学|学院|科学院)$/u.test(short)) return false;
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return short.length >= 2;
};

const sameParent = (a: string, b: string): boolean => a === b || abbreviates(a, b) || abbreviates(b, a);

type ParentFit = 'agrees' | 'differs' | 'unsettled';

const fitOf = (asked: string, registered: string): ParentFit => {
  const mine = parentOf(asked);
  const theirs = parentOf(registered);
  if (mine === '') return 'agrees';
  if (mine === null || theirs === null || theirs === '' || hasHan(asked) !== hasHan(registered))
    return 'unsettled';
  if (sameParent(mine, theirs)) return 'agrees';
  // 首都医大学 for 首都医科大学: one character is missing, which is no conflict.
  const lost = Math.abs(mine.length - theirs.length) === 1 && Math.min(mine.length, theirs.length) > 4;
  return lost && shortLevenshtein(mine, theirs) === 1 ? 'unsettled' : 'differs';
};

/** How the parent of a name compares with those of an institution's names: `unsettled` when only the asked name states one. */
export const parentFit = (asked: string, registered: readonly string[]): ParentFit => {
  const fits = registered.map((name) => fitOf(asked, name));
  if (fits.includes('agrees')) return 'agrees';
  return fits.includes('differs') ? 'differs' : 'unsettled';
};
