import type { Bilingual, Language } from '../../../schema/base.ts';
import { badgeWords } from '../../../schema/lexicon/badge-words.ts';
import { placeTitle } from '../../places/english-title.ts';
import type { RowCandidate, RowResult, RowState } from '../answer/result.ts';

type Column = Readonly<{ title: Bilingual; cell: (result: RowResult, lang: Language) => string | null }>;

const whichHospital: Bilingual = { en: 'Which hospital?', zh: '哪家医院？' };

/** The outcome in a word for people, the one that a badge bears; where several could be meant, the question which. */
export const stateWord = (state: RowState, lang: Language): string =>
  state === 'ambiguous' ? whichHospital[lang] : badgeWords[lang].state[state];

/** A candidate in words: its name in the reader's language where there is one, and where it is. */
export const candidateWords = (
  { id, nameZh, nameEn, province, city }: RowCandidate,
  lang: Language,
): string => {
  const name = (lang === 'zh' ? (nameZh ?? nameEn) : (nameEn ?? nameZh)) ?? id;
  const places = [city, province].flatMap((one) =>
    one === null ? [] : [lang === 'zh' ? one : placeTitle(one)],
  );
  const where = [...new Set(places)];
  if (where.length === 0) return name;
  return lang === 'zh' ? `${name}（${where.toReversed().join('')}）` : `${name} (${where.join(', ')})`;
};

/** How many more there are than those that are named; null for none. */
export const moreWords = (more: number, lang: Language): string | null =>
  more === 0 ? null : lang === 'zh' ? `另有${more}家` : `and ${more} more`;

const candidatesCell = ({ candidates, moreCandidates }: RowResult, lang: Language): string | null => {
  const named = candidates.map((one) => candidateWords(one, lang));
  const more = moreWords(moreCandidates, lang);
  return named.length === 0
    ? null
    : [...named, ...(more === null ? [] : [more])].join(lang === 'zh' ? '；' : '; ');
};

const plain = (
  field: Exclude<keyof RowResult, 'candidates' | 'moreCandidates'>,
  en: string,
  zh: string,
): Column => ({
  title: { en: `Licet: ${en}`, zh: `Licet：${zh}` },
  cell: (result) => result[field],
});

/** The column that says what is wrong with a row. */
export const problemColumn: Column = plain('problem', 'what is wrong with the row', '该行问题');

/** The columns that are added to a list, in their order: what they are called, and what stands in them. */
export const addedColumns: readonly Column[] = [
  plain('outcome', 'outcome', '结论'),
  {
    title: { en: 'Licet: outcome in a word', zh: 'Licet：结论文字' },
    cell: ({ state, outcome }, lang) => {
      const told = state ?? outcome;
      return told === null ? null : stateWord(told, lang);
    },
  },
  plain('answer', 'answer', '答复'),
  { title: { en: 'Licet: could be', zh: 'Licet：可能是' }, cell: candidatesCell },
  plain('nameZh', 'matched name (Chinese)', '匹配名称（中文）'),
  plain('nameEn', 'matched name (English)', '匹配名称（英文）'),
  plain('id', 'id', '编号'),
  plain('licence', 'practice licence', '执业许可'),
  plain('evidence', 'evidence', '依据'),
  plain('lastKnown', 'last known', '最后所知'),
  plain('nextDue', 'next due', '下次应复核'),
  problemColumn,
];
