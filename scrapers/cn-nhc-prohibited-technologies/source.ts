import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-nhc-prohibited-technologies',
  title: {
    en: 'Prohibited categories of medical technology',
    zh: '禁止类医疗技术的四种情形',
  },
  authority: {
    en: 'National Health Commission',
    zh: '国家卫生健康委员会',
  },
  pages: [
    {
      key: 'article-9',
      url: 'http://m.jianbiaoku.com/webarbs/book/164430/4713895.shtml',
      file: 'bundled/measures-2018-article-9.csv',
    },
  ],
  format: 'csv',
  how: 'bundled',
  evidenceKind: 'law',
  gates: ['prohibited-technology'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'A text of law names technologies, never hospitals.',
    zh: '法规文本列出技术，不列医院。',
  },
  asOf: '2018',
  freshnessDays: null,
  cadence: null,
  rights: {
    licence: 'facts of an official publication',
    attribution: '《医疗技术临床应用管理办法》（2018年）第九条',
    redistribute: 'bytes',
  },
  expect: {
    rows: {
      min: 4,
      max: 4,
    },
    fill: {
      item_zh: 1,
      legal_basis: 1,
    },
  },
  confirmedLive: null,
  checkYourself: null,
  notes: {
    en: 'The four categories of article 9. They are categories of law: no catalogue of single technologies is included.',
    zh: '第九条规定的四种情形。属法律类别，未收入具体技术目录。',
  },
};
