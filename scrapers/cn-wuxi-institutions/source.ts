import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { licenseesOf } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...licenseesOf,
  id: 'cn-wuxi-institutions',
  title: { en: 'Medical institutions of Wuxi', zh: '无锡市医疗机构信息' },
  authority: { en: 'Wuxi Health Commission', zh: '无锡市卫生健康委员会' },
  pages: [
    {
      key: 'list',
      url: 'https://wjw.wuxi.gov.cn/doc/2026/07/09/4802972.shtml',
      follow: [{ link: '\\.xlsx?($|\\?)' }],
    },
  ],
  format: 'xlsx',
  gates: ['practice-licence', 'grade'],
  coversOnly: { province: '江苏省', city: '无锡市' },
  cadence: '50 3 * * 1',
  rights: unreviewedFacts('无锡市卫生健康委员会'),
  expect: {
    rows: { min: 3000, max: 7600 },
    fill: { 机构名称: 1, 机构地址: 0.95, 登记发证机关: 0.9 },
    losses: 'second-look',
  },
  checkYourself: { url: 'https://wjw.wuxi.gov.cn/doc/2026/07/09/4802972.shtml', type: lookNotes.newestList },
  notes: {
    en: "The whole city, 3,817 rows on 2026-07-01, with the licensing authority of each row. A credit code that several rows share is the holder's and joins none of them.",
    zh: '全市名单，2026年7月1日为3817行，逐行列明登记发证机关。多行共用的统一社会信用代码属举办单位，不用于识别机构。',
  },
};
