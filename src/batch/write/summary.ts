import { z } from 'zod';
import type { Language } from '../../../schema/base.ts';
import { terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import { outcomes } from '../../../schema/verdict.ts';
import { readColumns } from '../list.ts';
import { columnLetters } from '../list-fault.ts';
import { stateWord } from './added-columns.ts';
import type { AnsweredList, AnsweredRow } from './answered.ts';

/** How many rows there are, had which outcome, could not be read (`bad`), or are not answered (`waiting`). */
export const countsShape = z.strictObject({
  rows: z.int(),
  bad: z.int().describe('Rows that could not be read'),
  waiting: z.int().describe('Rows not answered'),
  confirmed: z.int(),
  limited: z.int(),
  refuted: z.int(),
  unknown: z.int(),
  ambiguous: z.int(),
  prohibited: z.int().default(0).describe('Of the refuted: what was asked is prohibited by law'),
  expired: z.int().default(0).describe('Of the refuted: a term that ended'),
});
export type Counts = Readonly<z.infer<typeof countsShape>>;

export const noCounts: Counts = {
  rows: 0,
  bad: 0,
  waiting: 0,
  confirmed: 0,
  limited: 0,
  refuted: 0,
  unknown: 0,
  ambiguous: 0,
  prohibited: 0,
  expired: 0,
};

/** The counts so far and those of these rows. */
export const addCounts = (counts: Counts, part: readonly AnsweredRow[]): Counts => {
  const sum = { ...counts };
  for (const { result } of part) {
    sum.rows += 1;
    if (result === null) sum.waiting += 1;
    else sum[result.outcome ?? 'bad'] += 1;
    if (result?.state === 'prohibited' || result?.state === 'expired') sum[result.state] += 1;
  }
  return sum;
};

const words = {
  file: { en: 'List', zh: '名单' },
  rows: { en: 'Rows', zh: '行数' },
  bad: { en: 'Rows that could not be read, or not as a whole', zh: '未能读取或未能完整读取的行' },
  waiting: { en: 'Rows not answered', zh: '未作答的行' },
  among: { en: 'refuted, of these: ', zh: 'refuted，其中：' },
  asOf: { en: 'Answered on', zh: '作答日期' },
  generation: { en: 'Generation of the registry', zh: '数据版本' },
  policy: { en: 'Policy', zh: '规则版本' },
  read: { en: 'Columns that were read', zh: '已读取的列' },
  note: { en: 'Note', zh: '说明' },
  meaning: {
    en: '“unknown” is an answer: nothing published decides it. No answer replaces the hospital’s own practice licence.',
    zh: '“unknown”（无法确认）也是答复：公开信息不足以判断。任何答复都不能代替医院的《医疗机构执业许可证》。',
  },
} as const;

/** Which columns of each table were read as what: `B “医院名称” = name`. */
export const mappingLines = ({ tables }: AnsweredList['list']): readonly string[] =>
  tables.map((table) => {
    const { sheet, heading } = table;
    const columns = readColumns(table).map(
      ([field, at]) => `${columnLetters(at)} “${heading[at] ?? ''}” = ${field}`,
    );
    return `${sheet === null ? '' : `${sheet}: `}${columns.join(', ')}`;
  });

type About = Pick<AnsweredList, 'list' | 'lang' | 'generation' | 'asOf' | 'policyVersion'>;

/** What the “no”s are, where some rest on no record that speaks against a hospital. */
const ofTheRefuted = (counts: Counts, lang: Language): readonly (readonly [string, string])[] =>
  (['prohibited', 'expired'] as const)
    .filter((one) => counts[one] > 0)
    .map((one) => [`${words.among[lang]}${stateWord(one, lang)}`, String(counts[one])]);

/** The summary as lines of two cells: what, and how much. */
export const summaryLines = (about: About, counts: Counts): readonly (readonly [string, string])[] => {
  const { list, generation, asOf, policyVersion } = about;
  const lang: Language = about.lang;
  return [
    [words.file[lang], list.file],
    [words.rows[lang], String(counts.rows)],
    ...outcomes.flatMap((one) => [
      [`${one} (${terminalWords.outcomes[one][lang]})`, String(counts[one])] as const,
      ...(one === 'refuted' ? ofTheRefuted(counts, lang) : []),
    ]),
    [words.bad[lang], String(counts.bad)],
    ...(counts.waiting === 0 ? [] : [[words.waiting[lang], String(counts.waiting)] as const]),
    [words.asOf[lang], asOf ?? ''],
    [words.generation[lang], generation === null ? '' : String(generation)],
    [words.policy[lang], policyVersion],
    ...mappingLines(list).map((line) => [words.read[lang], line] as const),
    ...list.notes.map((note) => [words.note[lang], note] as const),
    [words.note[lang], words.meaning[lang]],
  ];
};
