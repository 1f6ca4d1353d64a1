import type { Bilingual } from '../../../schema/base.ts';
import { markWords } from '../../../schema/lexicon/mark-words.ts';
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

const levelOf = new Map(
  Object.entries(markWords.levels).flatMap(([level, words]) => words.map((word) => [word, level] as const)),
);
const gradeWords: ReadonlySet<string> = new Set([...markWords.gradeWords, ...markWords.dropped.en]);

/** A level and its letter in one word: 3a → 3, a. */
const cut = (word: string): readonly string[] =>
  !levelOf.has(word) && levelOf.has(word.slice(0, -1)) ? [word.slice(0, -1), word.slice(-1)] : [word];

/** The shortest word that says a level by itself (tertiary): a bare 3 or III says nothing. */
const SPEAKS_ALONE = 4;

const HAN_GRADE = /^([一二三])级(?:([甲乙丙])等?)?(?:综合|专科)?(?:医院)?$/u;

/** The code of a grade as a column of grades has it (三级, 二级乙等, 三级医院); undefined where words say anything besides. */
export const gradeOfHan = (text: string): string | undefined => {
  const [, level = '', order = ''] = HAN_GRADE.exec(text.trim()) ?? [];
  if (level === '') return undefined;
  return findGrade(`grade:${'一二三'.indexOf(level) + 1}${'ABC'['甲乙丙'.indexOf(order || '无')] ?? ''}`)
    ?.code;
};

/** The code of a grade as people write it (3A, III-A, Class 3 Grade A, tertiary); undefined where words say anything besides, and for numbers alone. */
export const gradeOfWords = (text: string): string | undefined => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const said = words.flatMap(cut).filter((word) => !gradeWords.has(word));
  const [first = ''] = said;
  if (!/[a-z]/iu.test(text) || (words.length === 1 && said.length === 1 && first.length < SPEAKS_ALONE))
    return undefined;
  const level = said.map((word) => levelOf.get(word)).find((found) => found !== undefined);
  const rest = said.filter((word) => levelOf.get(word) !== level);
  return level === undefined || rest.length > 1
    ? undefined
    : findGrade(`grade:${level}${(rest[0] ?? '').toUpperCase()}`)?.code;
};

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
