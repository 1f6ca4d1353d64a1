import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-nanjing-institutions',
  title: { en: 'Secondary and tertiary institutions of Nanjing', zh: '南京市二级及以上医疗机构名单' },
  authority: { en: 'Nanjing Health Commission', zh: '南京市卫生健康委员会' },
  pages: [{ key: 'list', url: 'https://wjw.nanjing.gov.cn/njswshjhsywyh/202605/t20260514_5839731.html' }],
  format: 'html',
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['practice-licence', 'grade'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'No single list is complete: other authorities license institutions in the same city, and military hospitals are on none. Absence says nothing.',
    zh: '没有一份名单是完整的：同一城市的机构由不同机关发证，军队医院均不在内。未列入不说明任何问题。',
  },
  coversOnly: { province: '江苏省', city: '南京市' },
  presupposesLicence: true,
  asOf: null,
  dated: 'printed',
  freshnessDays: 400,
  cadence: '20 4 * * 1',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '南京市卫生健康委员会',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 98, max: 250 }, fill: { 机构名称: 1, 机构级别: 1 } },
  confirmedLive: null,
  checkYourself: {
    url: 'https://wjw.nanjing.gov.cn/njswshjhsywyh/202605/t20260514_5839731.html',
    type: {
      en: 'Open the newest list and search it for the full Chinese name.',
      zh: '打开最新名单，查找机构全称。',
    },
  },
  notes: {
    en: '123 rows on 2026-05-08, with level (级别) and grade (等次). The page says that military hospitals are not included.',
    zh: '2026年5月8日为123行，列明级别与等次。页面说明不含军队医院。',
  },
};
