import { divisionOf } from './division-codes.ts';
import { normaliseIdentifier } from './identifier.ts';
import { orgCodeAgrees } from './org-code.ts';
import { usccAgrees } from './uscc.ts';

/** Kinds of number that are refused at the door and never stored, logged or echoed (verdict.md §5.9). */
export type PersonalNumber = 'id-card' | 'qualification-certificate';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an 18-character ID-card number (GB 11643, ISO 7064 MOD 11-2). */
export const idCardCheck = (first17: string): string =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11] ?? '';

const hasProvince = (code: string): boolean => divisionOf(code).state !== 'unknown' && !code.startsWith('10');

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
  /^[12](10|20|30|4\d)/.test(run) && divisionOf(`${run.slice(3, 5)}0000`).state === 'known';

/**
 * The old form of 15 digits has no check digit and the same length as a practising certificate. Where both could be
 * meant, the one whose division code exists in full is taken to be meant.
 */
const isIdCard15 = (run: string): boolean => {
  if (!/^\d{15}$/.test(run) || !hasProvince(run.slice(0, 6)) || !isBirthday(`19${run.slice(6, 12)}`))
    return false;
  if (!fitsCertificate(run)) return true;
  return divisionOf(run.slice(0, 6)).state === 'known' && divisionOf(run.slice(3, 9)).state !== 'known';
};

/** 24 or 27 characters: year 4, province 2, level 1, category 2, then the ID-card number. No other number has these lengths. */
const isQualification = (run: string): boolean => /^(\d{24}|\d{26}[\dX])$/.test(run);

/** A licence number opens with seventeen digits and is nobody's ID card. */
const LICENCE = /^[0-9A-Z]{8}[0-9X]\d{8}[A-Q]\d{4}$/;

/**
 * The personal number a text consists of or contains, whatever spaces and hyphens it is written with; null for none.
 * Ask this before a value is parsed, stored, logged or answered with.
 */
export const personalNumberIn = (text: string): PersonalNumber | null => {
  const value = normaliseIdentifier(text);
  if (LICENCE.test(value)) return null;
  const runs = value.match(/\d{14,}X?/g) ?? [];
  if (runs.some(isQualification)) return 'qualification-certificate';
  return runs.some((run) => isIdCard18(run) || isIdCard15(run)) ? 'id-card' : null;
};
