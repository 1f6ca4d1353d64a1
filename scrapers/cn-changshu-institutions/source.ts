import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-changshu-institutions',
  title: { en: 'Public and private medical institutions of Changshu', zh: '常熟市公立、民营医疗机构名录' },
  authority: { en: 'Changshu Health Commission', zh: '常熟市卫生健康委员会' },
  pages: [
    {
      key: 'public',
      url: 'https://www.suzhou.gov.cn/szsrmzf/yljgmdml/202603/020cbba9e2df4d21ab52bc43bdcefcaa.shtml',
      follow: [{ link: '公立' }],
    },
    {
      key: 'private',
      url: 'https://www.suzhou.gov.cn/szsrmzf/yljgmdml/202603/020cbba9e2df4d21ab52bc43bdcefcaa.shtml',
      follow: [{ link: '民营' }],
    },
  ],
  format: 'xlsx',
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'No single list is complete: other authorities license institutions in the same city, and military hospitals are on none. Absence says nothing.',
    zh: '没有一份名单是完整的：同一城市的机构由不同机关发证，军队医院均不在内。未列入不说明任何问题。',
  },
  coversOnly: { province: '江苏省', city: '苏州市' },
  presupposesLicence: true,
  asOf: null,
  dated: 'printed',
  freshnessDays: 400,
  cadence: '10 4 1 * *',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '常熟市卫生健康委员会',
    redistribute: 'metadata',
  },
  expect: {
    rows: { min: 470, max: 1200 },
    fill: { 机构名称: 1, 登记号: 0.6, 机构地址: 0.95 },
    unique: ['登记号'],
  },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.suzhou.gov.cn/szsrmzf/yljgmdml/202603/020cbba9e2df4d21ab52bc43bdcefcaa.shtml',
    type: {
      en: 'Open the newest list and search it for the full Chinese name.',
      zh: '打开最新名单，查找机构全称。',
    },
  },
  notes: {
    en: 'Two files, 226 public and 363 private institutions on 2026-03-04; a yearly list of one county city, so institutions elsewhere in Suzhou are not on it.',
    zh: '两个文件，2026年3月4日公立226家、民营363家；为县级市年度名录，苏州其他地区不在内。',
  },
};
