import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { licensedInCity } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...licensedInCity,
  id: 'cn-shenzhen-guangming-institutions',
  title: { en: 'Medical institutions of Guangming District, Shenzhen', zh: '深圳市光明区医疗机构基本信息' },
  authority: { en: 'Guangming District Health Bureau, Shenzhen', zh: '深圳市光明区卫生健康局' },
  pages: [
    {
      key: 'list',
      url: 'https://www.szgm.gov.cn/132100/152326/ylfwxxgk/700522/700524/content/post_12882699.html',
    },
  ],
  format: 'html',
  gates: ['practice-licence'],
  coversOnly: { province: '广东省', city: '深圳市' },
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: '40 4 * * 1',
  rights: unreviewedFacts('深圳市光明区卫生健康局'),
  expect: { rows: { min: 310, max: 790 }, fill: { 机构名称: 1, 机构地址: 0.95 } },
  checkYourself: {
    url: 'https://www.szgm.gov.cn/132100/152326/ylfwxxgk/700522/700524/content/post_12882699.html',
    type: lookNotes.newestList,
  },
  notes: {
    en: 'Names and addresses only; 391 rows on 2026-07-08. One district of Shenzhen.',
    zh: '仅列名称与地址；2026年7月8日为391行。只含光明区。',
  },
};
