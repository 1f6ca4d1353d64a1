import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-moh-art-measures-2001',
  title: {
    en: 'Measures on assisted reproduction, article 3: surrogacy, trade in eggs, sperm and embryos',
    zh: '人类辅助生殖技术管理办法第三条：禁止代孕和买卖配子、合子、胚胎',
  },
  authority: { en: 'Ministry of Health', zh: '中华人民共和国卫生部' },
  pages: [{ key: 'article-3', url: 'http://www.nhc.gov.cn/', file: 'bundled/article-3.csv' }],
  gates: ['prohibited-technology'],
  asOf: '2001-08',
  rights: officialPublication('《人类辅助生殖技术管理办法》（卫生部令第14号）第三条'),
  expect: { rows: { min: 2, max: 2 }, fill: { item_zh: 1, number: 1, article: 1 } },
  notes: {
    en: 'Article 3 forbids medical institutions and staff to carry out surrogacy in any form, and everybody to buy or sell gametes, zygotes or embryos. Cited by number and article; the second sentence is reported alike by China News Service (2015-04-10, http://news.fznews.com.cn/fuzhou/20150410/5527856aed5d3.shtml) and by the ministry’s spokesman (2017-02-08).',
    zh: '第三条：医疗机构和医务人员不得实施任何形式的代孕技术；禁止以任何形式买卖配子、合子、胚胎。以文号和条款引用；后者见中国新闻网2015年4月10日报道及国家卫生计生委发言人2017年2月8日的说明。',
  },
};
