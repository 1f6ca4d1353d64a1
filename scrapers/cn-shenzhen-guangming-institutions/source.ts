import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
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
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'No single list is complete: other authorities license institutions in the same city, and military hospitals are on none. Absence says nothing.',
    zh: '没有一份名单是完整的：同一城市的机构由不同机关发证，军队医院均不在内。未列入不说明任何问题。',
  },
  coversOnly: { province: '广东省', city: '深圳市' },
  presupposesLicence: true,
  asOf: null,
  dated: 'printed',
  freshnessDays: 270,
  cadence: '40 4 * * 1',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '深圳市光明区卫生健康局',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 310, max: 790 }, fill: { 机构名称: 1, 机构地址: 0.95 } },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.szgm.gov.cn/132100/152326/ylfwxxgk/700522/700524/content/post_12882699.html',
    type: {
      en: 'Open the newest list and search it for the full Chinese name.',
      zh: '打开最新名单，查找机构全称。',
    },
  },
  notes: {
    en: 'Names and addresses only; 391 rows on 2026-07-08. One district of Shenzhen.',
    zh: '仅列名称与地址；2026年7月8日为391行。只含光明区。',
  },
};
