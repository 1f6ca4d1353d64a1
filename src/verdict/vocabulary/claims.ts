import type { Bilingual } from '../../../schema/base.ts';
import { suggestByDice } from '../../text/word-similarity.ts';
import { programmes, schemes } from './schemes.ts';

/** A grade of the statutory hospital review: level 3 is the highest, A the best within it. */
export type Grade = Readonly<{ code: string; level: number; letter: number | null; name: Bilingual }>;

const numerals = ['', '一', '二', '三'] as const;
const levels: readonly string[] = ['', 'Primary', 'Secondary', 'Tertiary'];
const letters = [
  { letter: 'A', zh: '甲等', rank: 3 },
  { letter: 'B', zh: '乙等', rank: 2 },
  { letter: 'C', zh: '丙等', rank: 1 },
] as const;

const gradesOfLevel = (level: 1 | 2 | 3): readonly Grade[] => [
  ...letters.map(({ letter, zh, rank }) => ({
    code: `grade:${level}${letter}`,
    level,
    letter: rank,
    name: { en: `${levels[level]}, Grade ${letter}`, zh: `${numerals[level]}级${zh}` },
  })),
  {
    code: `grade:${level}`,
    level,
    letter: null,
    name: { en: `${levels[level]} (letter not stated)`, zh: `${numerals[level]}级（未注明等次）` },
  },
];

/** Grades as claims: `grade:3A` is 三级甲等; `grade:3S` is 三级特等; `grade:3` leaves the letter open. */
export const grades: readonly Grade[] = [
  { code: 'grade:3S', level: 3, letter: 4, name: { en: 'Tertiary, special', zh: '三级特等' } },
  ...gradesOfLevel(3),
  ...gradesOfLevel(2),
  ...gradesOfLevel(1),
];
const gradeByCode = new Map(grades.map((grade) => [grade.code, grade]));
export const findGrade = (code: string): Grade | undefined => gradeByCode.get(code);

/** All that an institution may claim of itself and Licet can look at. */
export const claimCodes: readonly string[] = [
  'licence',
  ...grades.map(({ code }) => code),
  ...schemes.map(({ code }) => code),
  ...programmes.map(({ code }) => code),
];
const known = new Set(claimCodes);

export const isClaim = (code: string): boolean => known.has(code);

/** Claim codes to suggest for an unknown one. */
export const suggestClaims = (text: string, limit = 5): string[] =>
  suggestByDice(
    text,
    [
      { code: 'licence', words: ['licence', 'license', '执业许可证'] },
      ...grades.map(({ code, name }) => ({ code, words: [code, name.en, name.zh] })),
      ...[...schemes, ...programmes].map(({ code, name, words }) => ({
        code,
        words: [code, name.en, name.zh, ...words.en, ...words.zh],
      })),
    ],
    limit,
  );
