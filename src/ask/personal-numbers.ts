import { isDay } from '../kit/dates.ts';
import { parseUscc } from '../kit/uscc.ts';

/**
 * Numbers that identify a person: the ID-card number (GB 11643: place, birthday, order, check digit) and the physician
 * qualification certificate number (医师资格证书编码), which contains one: 9 digits and the 18 of the ID card, or the 15 of
 * the old ID card. They are refused wherever they stand in a request, and never logged, kept or repeated.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = '10X98765432';

const bornOn = (digits: string, from: number): boolean => {
  const date = digits.slice(from, from + 8);
  const text = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  return /^(19|20)/.test(date) && isDay(text);
};

const looksLikeIdCard = (text: string): boolean => /^[1-9]\d{16}[\dX]$/.test(text) && bornOn(text, 6);

const checkDigitHolds = (text: string): boolean =>
  CHECK[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11] === text[17];

const oldIdCard = (text: string): boolean =>
  /^[1-9]\d{14}$/.test(text) && bornOn(`19${text.slice(6, 12)}`, 0);

const isPersonal = (run: string): boolean => {
  if (run.length === 18) return looksLikeIdCard(run) && (checkDigitHolds(run) || !isUscc(run));
  if (run.length === 27) return looksLikeIdCard(run.slice(9));
  return run.length === 24 && oldIdCard(run.slice(9));
};

const isUscc = (run: string): boolean => parseUscc(run).state === 'well-formed';

/** Digits as people write them: any width, with spaces or hyphens between groups. */
const runs = (text: string): string[] => {
  const plain = text.normalize('NFKC').toUpperCase();
  const joined = plain.replace(/(?<=\d)[\s\-–—.·_]+(?=[\dX])/g, '');
  return [...plain.matchAll(/\d{15,}X?/g), ...joined.matchAll(/\d{15,}X?/g)].map(([run]) => run);
};

/** True when a text holds an ID-card number or a qualification certificate number, however it is spaced. */
export const holdsPersonalNumber = (text: string): boolean => {
  if (text.length < 15) return false;
  return runs(text).some(isPersonal);
};
