import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-moh-art-norms-2003',
  title: {
    en: 'Norms of assisted reproduction, code of conduct: what may not be done',
    zh: '人类辅助生殖技术规范（2003年）行为准则：禁止事项',
  },
  authority: { en: 'Ministry of Health', zh: '中华人民共和国卫生部' },
  pages: [
    {
      key: 'conduct',
      url: 'https://pltyw.com/showinfo-87-1235845-0.html',
      file: 'bundled/conduct.csv',
    },
  ],
  gates: ['prohibited-technology'],
  completeness: 'partial',
  asOf: '2003-11',
  rights: officialPublication('《人类辅助生殖技术规范》（卫科教发〔2003〕176号）实施技术人员的行为准则'),
  expect: { rows: { min: 6, max: 6 }, fill: { item_zh: 1, number: 1, article: 1 } },
  notes: {
    en: 'Six of the fifteen rules: those that forbid what patients are offered. As reported by the People’s Daily of 2003-11-19 (the address above is a copy) and, in the same words, by a textbook (https://www.daowen.com/book/content/222626539/3381094.html); compare with the ministry’s own text before release.',
    zh: '十五条中的六条，即禁止向患者提供的项目。据《人民日报》2003年11月19日报道（上列网址为转载），与教科书所载一致；发布前应与原文核对。',
  },
};
