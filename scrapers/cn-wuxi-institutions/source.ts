import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
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
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['practice-licence', 'grade'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'No single list is complete: other authorities license institutions in the same city, and military hospitals are on none. Absence says nothing.',
    zh: '没有一份名单是完整的：同一城市的机构由不同机关发证，军队医院均不在内。未列入不说明任何问题。',
  },
  coversOnly: { province: '江苏省', city: '无锡市' },
  presupposesLicence: true,
  asOf: null,
  dated: 'printed',
  freshnessDays: 270,
  cadence: '50 3 * * 1',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '无锡市卫生健康委员会',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 3000, max: 7600 }, fill: { 机构名称: 1, 机构地址: 0.95, 登记发证机关: 0.9 } },
  confirmedLive: null,
  checkYourself: {
    url: 'https://wjw.wuxi.gov.cn/doc/2026/07/09/4802972.shtml',
    type: {
      en: 'Open the newest list and search it for the full Chinese name.',
      zh: '打开最新名单，查找机构全称。',
    },
  },
  notes: {
    en: "The whole city, 3,817 rows on 2026-07-01, with the licensing authority of each row. A credit code that several rows share is the holder's and joins none of them.",
    zh: '全市名单，2026年7月1日为3817行，逐行列明登记发证机关。多行共用的统一社会信用代码属举办单位，不用于识别机构。',
  },
};
