import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-guangzhou-city-institutions',
  title: {
    en: 'Institutions in Guangzhou licensed by the city health commission',
    zh: '广州市卫生健康委员会发证的医疗机构信息',
  },
  authority: { en: 'Guangzhou Municipal Health Commission', zh: '广州市卫生健康委员会' },
  pages: [
    {
      key: 'list',
      url: 'https://wjw.gz.gov.cn/fwcx/yljgcx/content/post_10908026.html',
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
  coversOnly: { province: '广东省', city: '广州市' },
  presupposesLicence: true,
  asOf: null,
  dated: 'printed',
  freshnessDays: 270,
  cadence: '40 3 * * 1',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '广州市卫生健康委员会',
    redistribute: 'metadata',
  },
  expect: {
    rows: { min: 190, max: 490 },
    fill: { 机构名称: 1, 登记号: 0.98, 机构地址: 0.98 },
    unique: ['登记号'],
  },
  confirmedLive: null,
  checkYourself: {
    url: 'https://wjw.gz.gov.cn/fwcx/yljgcx/content/post_10908026.html',
    type: {
      en: 'Open the newest list and search it for the full Chinese name.',
      zh: '打开最新名单，查找机构全称。',
    },
  },
  notes: {
    en: 'One of three files for Guangzhou, each of one licensing authority; 243 rows on 2026-07-13. The heading row stands below a title row; names of legal and responsible persons are dropped. The address may change with each half-yearly edition.',
    zh: '广州市由三个发证机关分别公布，本表为其一；2026年7月13日为243行。表头在标题行之下；法人、负责人姓名不保存。每半年更新，网址可能变化。',
  },
};
