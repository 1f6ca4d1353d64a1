import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-nhc-prohibited-technologies',
  title: { en: 'Prohibited categories of medical technology', zh: '禁止类医疗技术的四种情形' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [
    {
      key: 'article-9',
      url: 'http://m.jianbiaoku.com/webarbs/book/164430/4713895.shtml',
      file: 'bundled/measures-2018-article-9.csv',
    },
  ],
  gates: ['prohibited-technology'],
  completeness: 'partial',
  asOf: '2018',
  rights: officialPublication('《医疗技术临床应用管理办法》（2018年）第九条'),
  expect: { rows: { min: 4, max: 4 }, fill: { item_zh: 1, legal_basis: 1 } },
  notes: {
    en: 'The four categories of article 9. They are categories of law: no catalogue of single technologies is included.',
    zh: '第九条规定的四种情形。属法律类别，未收入具体技术目录。',
  },
};
