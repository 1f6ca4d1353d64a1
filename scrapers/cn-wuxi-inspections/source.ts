import type { DescriptorInput } from '../../schema/source.ts';
import { licensedInCity } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...licensedInCity,
  id: 'cn-wuxi-inspections',
  title: { en: 'Results of the periodic review of licences, Wuxi', zh: '无锡市医疗机构校验结果公示' },
  authority: { en: 'Wuxi Health Commission', zh: '无锡市卫生健康委员会' },
  pages: [{ key: 'results', url: 'https://wjw.wuxi.gov.cn/doc/2026/05/13/4774787.shtml' }],
  format: 'html',
  gates: ['practice-licence'],
  coversOnly: { province: '江苏省', city: '无锡市' },
  presupposesLicence: 'by-row',
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: '0 4 * * 1',
  rights: unreviewedFacts('无锡市卫生健康委员会'),
  expect: { rows: { min: 20, max: 400 }, fill: { 机构名称: 1, 校验结论: 1 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://wjw.wuxi.gov.cn/doc/2026/05/13/4774787.shtml',
    type: {
      en: 'Look for the full Chinese name and read the result of its review.',
      zh: '查找机构全称，查看校验结论。',
    },
  },
  notes: {
    en: '校验 is the periodic review of a practice licence: a deferral (暂缓校验) lasts one to six months, and a licence that fails again is cancelled. 40 rows on 2026-05-13.',
    zh: '校验是对执业许可证的定期审核：暂缓校验期为1至6个月，再次不合格的予以注销。2026年5月13日为40行。',
  },
};
