import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { licensedInCity } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...licensedInCity,
  id: 'cn-nanjing-institutions',
  title: { en: 'Secondary and tertiary institutions of Nanjing', zh: '南京市二级及以上医疗机构名单' },
  authority: { en: 'Nanjing Health Commission', zh: '南京市卫生健康委员会' },
  pages: [{ key: 'list', url: 'https://wjw.nanjing.gov.cn/njswshjhsywyh/202605/t20260514_5839731.html' }],
  format: 'html',
  gates: ['practice-licence', 'grade'],
  coversOnly: { province: '江苏省', city: '南京市' },
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: '20 4 * * 1',
  rights: unreviewedFacts('南京市卫生健康委员会'),
  expect: { rows: { min: 98, max: 250 }, fill: { 机构名称: 1, 机构级别: 1 } },
  checkYourself: {
    url: 'https://wjw.nanjing.gov.cn/njswshjhsywyh/202605/t20260514_5839731.html',
    type: lookNotes.newestList,
  },
  notes: {
    en: '123 rows on 2026-05-08, with level (级别) and grade (等次). The page says that military hospitals are not included.',
    zh: '2026年5月8日为123行，列明级别与等次。页面说明不含军队医院。',
  },
};
