import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-moh-art-measures-2001',
  title: {
    en: 'Measures on assisted reproduction, article 3: surrogacy',
    zh: '人类辅助生殖技术管理办法第三条：禁止代孕',
  },
  authority: { en: 'Ministry of Health', zh: '中华人民共和国卫生部' },
  pages: [{ key: 'article-3', url: 'http://www.nhc.gov.cn/', file: 'bundled/article-3.csv' }],
  gates: ['prohibited-technology'],
  asOf: '2001-08',
  rights: officialPublication('《人类辅助生殖技术管理办法》（卫生部令第14号）第三条'),
  expect: { rows: { min: 1, max: 1 }, fill: { item_zh: 1, number: 1, article: 1 } },
  notes: {
    en: 'Article 3 forbids medical institutions and staff to carry out surrogacy in any form. Cited by number and article.',
    zh: '第三条：医疗机构和医务人员不得实施任何形式的代孕技术。以文号和条款引用。',
  },
};
