import provinceCodes from '../../schema/codes/provinces.json' with { type: 'json' };
import { isCurrentDivision } from './current-divisions.ts';
import { orgCodeAgrees } from './org-code.ts';
import { usccAgrees } from './uscc-check.ts';

/** Kinds of number that are refused at the door and never stored, logged or echoed (verdict.md §5.9). */
export type PersonalNumber = 'id-card' | 'qualification-certificate';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an 18-character ID-card number (GB 11643, ISO 7064 MOD 11-2). */
export const idCardCheck = (first17: string): string =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11] ?? '';

const provinces: ReadonlySet<string> = new Set(provinceCodes.codes.map(({ code }) => code));

/** By its first two digits alone: nothing that reads lists needs the table of all divisions for it. */
const hasProvince = (code: string): boolean => provinces.has(code.slice(0, 2));

const isBirthday = (yyyymmdd: string): boolean => {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  return /^(19|20)/.test(yyyymmdd) && date.toISOString().slice(0, 10).replaceAll('-', '') === yyyymmdd;
};

/**
 * 17 or 18 characters that carry a province and a birthday. One whose check character differs is a mistyped ID card and
 * just as personal, unless the value is a credit code by both of that code's own check characters.
 */
const isIdCard18 = (run: string): boolean => {
  if (!/^\d{17}[\dX]?$/.test(run) || !hasProvince(run.slice(0, 6)) || !isBirthday(run.slice(6, 14)))
    return false;
  if (run.length === 17 || idCardCheck(run.slice(0, 17)) === run[17]) return true;
  return !(usccAgrees(run) && orgCodeAgrees(run.slice(8, 17)));
};

const fitsCertificate = (run: string): boolean =>
  /^[12](10|20|30|4\d)/.test(run) && provinces.has(run.slice(3, 5));

/**
 * The old form of 15 digits has no check digit and the same length as a practising certificate. Where both could be
 * meant, the one whose division code exists in full is taken to be meant.
 */
const isIdCard15 = (run: string): boolean => {
  if (!/^\d{15}$/.test(run) || !hasProvince(run.slice(0, 6)) || !isBirthday(`19${run.slice(6, 12)}`))
    return false;
  if (!fitsCertificate(run)) return true;
  return isCurrentDivision(run.slice(0, 6)) && !isCurrentDivision(run.slice(3, 9));
};

/** 24 or 27 characters: year 4, province 2, level 1, category 2, then the ID-card number. No other number has these lengths. */
const isQualification = (run: string): boolean => /^(\d{24}|\d{26}[\dX])$/.test(run);

/** A licence number opens with seventeen digits and is nobody's ID card; 23 characters with the printed hyphen. */
const LICENCE = /(?<![0-9A-Z])[0-9A-Z]{8}-?[0-9X]\d{8}[A-Q]\d{4}(?![0-9A-Z])/g;

/** What people put between the digits of one number: up to three spaces, hyphens, dots, slashes or invisible signs. */
const SEPARATOR = /[\s\p{Cc}\p{Cf}\p{Pd}−_.·•/\\|,，'’"”()[\]〔〕【】:：]{1,3}/u;
const GROUPED = new RegExp(`\\d+X?(?:${SEPARATOR.source}\\d+X?)*`, 'gu');

/** Longer than any number that is looked for: groups of digits are joined no further. */
const LONGEST = 27;

const kindOf = (run: string): PersonalNumber | null => {
  if (isQualification(run)) return 'qualification-certificate';
  return isIdCard18(run) || isIdCard15(run) ? 'id-card' : null;
};

/** A card number inside a longer row of digits: at its ends by its form, within it only by its check character too. */
const insideOf = (run: string): PersonalNumber | null => {
  for (let at = 0; at + 18 <= run.length; at += 1) {
    const part = run.slice(at, at + 18);
    const atEnd = at === 0 || at + 18 === run.length;
    const checked = /^\d{17}[\dX]$/.test(part) && (atEnd || idCardCheck(part.slice(0, 17)) === part[17]);
    if (checked && isIdCard18(part)) return 'id-card';
  }
  return null;
};

/** The number as it was typed, and every row of neighbouring groups taken together, until one of them is personal. */
const inGroups = (groups: readonly string[]): PersonalNumber | null => {
  for (let from = 0; from < groups.length; from += 1) {
    let joined = '';
    for (let to = from; to < groups.length; to += 1) {
      joined += groups[to] ?? '';
      if (joined.length > LONGEST) break;
      const kind = joined.length < 15 ? null : kindOf(joined);
      if (kind !== null) return kind;
    }
  }
  return insideOf(groups.join(''));
};

/** Fewer digits than any personal number has. */
const FEWEST = 15;

/** Code units that no normalisation turns into a digit: ASCII and unified Han. */
const isPlain = (unit: number): boolean => unit < 0x80 || (unit >= 0x4e00 && unit < 0xa000);

/** Whether it is plain at a glance that a text holds too few digits: most are names and words, and are asked about all the time. */
const hasFewDigits = (text: string): boolean => {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (!isPlain(unit)) return false;
    if (unit >= 48 && unit <= 57) digits += 1;
  }
  return digits < FEWEST;
};

/**
 * The personal number a text contains, with or without separators, alone or beside other digits; null for none. A card that
 * stands alone, or begins or ends a row of digits, is found even when its check character is mistyped; in the middle, by its check.
 * Ask this before a value is parsed, stored, logged or answered with: at every border that keeps or echoes text.
 */
export const personalNumberIn = (text: string): PersonalNumber | null => {
  if (hasFewDigits(text)) return null;
  const plain = text.normalize('NFKC').toUpperCase().replace(LICENCE, ' ; ; ');
  for (const [stretch] of plain.matchAll(GROUPED)) {
    const groups = stretch.match(/\d+X?/g) ?? [];
    const kind = stretch.length < 14 ? null : inGroups(groups);
    if (kind !== null) return kind;
  }
  return null;
};
