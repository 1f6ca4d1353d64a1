import type { Bilingual } from '../../../schema/base.ts';
import { type BatchField, batchFields } from '../../../schema/lexicon/batch-headings.ts';
import {
  ILLNESS,
  kindOfUnread,
  OTHER_LANGUAGE,
  PART_OF_NAME,
  prohibitedOf,
  SEVERAL_TREATMENTS,
  signTold,
  TOGETHER,
  UNREAD_LETTERS,
} from '../../ask/read-codes.ts';
import type { FieldError } from '../../errors.ts';
import { treatmentsInOtherLanguage } from '../../verdict/vocabulary/other-languages.ts';
import type { ListRow, ListTable } from '../list.ts';
import { columnWords } from '../list-fault.ts';

/** What is wrong in one column of a row; `column` null where it is about the row. */
export type RowProblem = Readonly<{ column: number | null; words: Bilingual }>;

const plain: Readonly<Partial<Record<BatchField, Bilingual>>> = {
  service: {
    en: 'is no treatment that a list is about, so whether it may be offered cannot be said',
    zh: '没有关于该项目的名单，无法判断可否开展',
  },
  claim: { en: 'is no mark or title that can be checked', zh: '不是可核查的认证或称号' },
  asOf: { en: 'is no day up to today, written as 2026-11-28', zh: '不是今天或更早的日期（如2026-11-28）' },
};

const severalTreatments: Bilingual = {
  en: 'may mean several treatments; write the code of one',
  zh: '可能指多个治疗项目；请填写其中一个的代码',
};

/** What is said of a treatment besides that no list is about it. */
const ofTreatment: Readonly<Record<string, Bilingual>> = {
  [ILLNESS]: {
    en: 'is an illness, and lists are about treatments; write the treatment that is offered for it',
    zh: '为疾病，而名单只涉及治疗项目；请填写针对该病所提供的治疗项目',
  },
  [SEVERAL_TREATMENTS]: severalTreatments,
  [PART_OF_NAME]: {
    en: `${PART_OF_NAME}; write the code of the one that is meant`,
    zh: '只是某个项目名称的一部分；请填写所指项目的代码',
  },
  [UNREAD_LETTERS]: { en: UNREAD_LETTERS, zh: '所用文字无法识别；请用中文或英文填写治疗项目' },
  [OTHER_LANGUAGE]: { en: OTHER_LANGUAGE, zh: '所用语言无法识别；请用中文或英文填写治疗项目' },
  [TOGETHER]: {
    en: 'holds several treatments; a row asks about one: put each into a row of its own',
    zh: '含有多个治疗项目；每行只能询问一个，请分行填写',
  },
};

export const problems = {
  formula: {
    en: 'holds a formula without its result; open the list in a spreadsheet program, save it, and hand it in again',
    zh: '为未保存计算结果的公式；请用电子表格程序打开并保存后重新提交',
  },
  noHospital: {
    en: 'this is a sum, a remark or a line over the whole table, and no hospital; nothing was asked',
    zh: '此行为合计、备注或跨列说明，不是医院，未作查询',
  },
  lostDigits: {
    en: 'holds a number that a spreadsheet has cut to 15 digits; format the column as text and enter it again',
    zh: '是被电子表格截断为15位的数字；请将该列设为文本后重新填写',
  },
  personal: {
    en: 'held a number that identifies a person; it was removed and not kept',
    zh: '含有可识别个人的号码，已移除且未保存',
  },
  unknownId: {
    en: 'holds an id that no hospital on record has; ask by its name or number',
    zh: '的编号不属于任何在册医院；请改用名称或官方编号',
  },
  secondTreatment: {
    en: 'asks about another treatment; a row asks about one: put each into a row of its own',
    zh: '询问另一个治疗项目；每行只能询问一个，请分行填写',
  },
  unreadTreatment: {
    en: 'holds a treatment, and the column is not read: its heading is not known, and no answer takes it into account',
    zh: '为治疗项目，但该列未读取（表头无法识别），答复未考虑其内容',
  },
  unreadOrgan: {
    en: 'holds an organ, which may be a transplant that is asked for, and the column is not read: no answer takes it into account; write the treatment into a column “treatment”',
    zh: '为器官名称，可能是要询问的移植项目，但该列未读取，答复未考虑其内容；如为移植，请写入“治疗项目”列',
  },
  unreadMark: {
    en: 'holds a mark or title, and the column is not read: its heading is not known, and no answer takes it into account; call the column “claim”',
    zh: '为认证或称号，但该列未读取（表头无法识别），答复未考虑其内容；请将表头改为“认证”',
  },
  unreadWords: {
    en: 'holds words of a language that is not read, which may be a treatment, and the column is not read: no answer takes them into account; write a treatment in English or Chinese into a column “treatment”',
    zh: '为无法识别的语言，可能是治疗项目，且该列未读取，答复未考虑其内容；如为治疗项目，请用中文或英文写入“治疗项目”列',
  },
  belowTreatment: {
    en: 'has a treatment for its heading, and is not read: write the treatment into a column “treatment”, one a row',
    zh: '的表头是治疗项目，未读取：请将治疗项目写入“治疗项目”列，每行一个',
  },
  twoHospitals: {
    en: 'the Chinese and the English name are those of different hospitals; correct one of them',
    zh: '中文名与英文名分属不同的医院；请更正其中一个',
  },
  dayAhead: {
    en: 'lies ahead; the answer is as of today, and what it rests on may end before that day: ask again then',
    zh: '为将来的日期；答复以今天为准，其依据可能在该日之前失效，请届时再查',
  },
  tooManyCells: { en: 'the row has more cells than the heading', zh: '该行单元格多于表头' },
  nobody: {
    en: 'nobody is named: the row has neither a name nor a number',
    zh: '没有说明是哪家医院：该行既无名称也无编号',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const fieldOf = ({ field }: FieldError): BatchField | undefined => {
  const name = field.replace(/^\//, '');
  return batchFields.find((one) => one === name);
};

/** What nobody may do among what a cell may mean. */
const forbidden = ({ nearest = [] }: Pick<FieldError, 'nearest'>): Bilingual => {
  const all = prohibitedOf(nearest);
  return {
    en: all.map(({ en }) => `; “${en}” is prohibited in mainland China, at any institution`).join(''),
    zh: all.map(({ zh }) => `；“${zh}”在中国内地属禁止项目，任何机构均不得开展`).join(''),
  };
};

/** What is said of a treatment in another language in a column that is not read, and of what it may mean that is prohibited. */
export const treatmentAbroad = (cell: string): Bilingual => {
  const { en, zh } = forbidden({ nearest: [...treatmentsInOtherLanguage(cell)] });
  return { en: `${problems.unreadWords.en}${en}`, zh: `${problems.unreadWords.zh}${zh}` };
};

/** An error of a question as a problem of the cell it was read from. */
export const problemOf = (error: FieldError, { mapping }: ListTable): RowProblem => {
  const field = fieldOf(error);
  const column =
    field === undefined
      ? undefined
      : (mapping[field] ?? (field === 'name' ? mapping.englishName : undefined));
  const near = error.nearest?.length
    ? { en: `; nearest: ${error.nearest.join(', ')}`, zh: `；相近：${error.nearest.join('、')}` }
    : { en: '', zh: '' };
  const said = signTold(error.problem)?.why ??
    ofTreatment[kindOfUnread(error.problem) ?? ''] ??
    (field === undefined ? undefined : plain[field]) ?? {
      en: error.problem,
      zh: `无法读取（${error.problem}）`,
    };
  const no = forbidden(error);
  return {
    column: column ?? null,
    words: { en: `${said.en}${near.en}${no.en}`, zh: `${said.zh}${near.zh}${no.zh}` },
  };
};

/** The problems of a row in one text: sheet and row first, each with its column. */
export const problemText = (
  found: readonly RowProblem[],
  { line }: ListRow,
  { sheet, heading }: ListTable,
  lang: keyof Bilingual,
): string => {
  const place = {
    en: `${sheet === null ? '' : `sheet “${sheet}”, `}row ${line}`,
    zh: `${sheet === null ? '' : `工作表“${sheet}”`}第${line}行`,
  };
  const each = found.map(({ column, words }) => {
    if (column === null) return words[lang];
    const where = columnWords(column, heading)[lang];
    return lang === 'zh' ? `${where}${words.zh}` : `${where} ${words.en}`;
  });
  return lang === 'zh' ? `${place.zh}：${each.join('；')}` : `${place.en}: ${each.join('; ')}`;
};
