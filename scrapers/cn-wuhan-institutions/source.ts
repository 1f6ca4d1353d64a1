import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-wuhan-institutions',
  title: { en: 'Secondary and tertiary institutions of Wuhan', zh: '武汉地区二、三级医疗机构名单' },
  authority: { en: 'Wuhan Health Commission', zh: '武汉市卫生健康委员会' },
  pages: [
    { key: 'list', url: 'https://wjw.wuhan.gov.cn/bsfw_28/bjcx/yljgmd/202601/t20260122_2716488.shtml' },
  ],
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
  coversOnly: { province: '湖北省', city: '武汉市' },
  presupposesLicence: true,
  asOf: null,
  dated: 'printed',
  freshnessDays: 400,
  cadence: '30 4 * * 1',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '武汉市卫生健康委员会',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 148, max: 370 }, fill: { 机构名称: 1, 地址: 0.95, 机构级别: 1 } },
  confirmedLive: null,
  checkYourself: {
    url: 'https://wjw.wuhan.gov.cn/bsfw_28/bjcx/yljgmd/202601/t20260122_2716488.shtml',
    type: {
      en: 'Open the newest list and search it for the full Chinese name.',
      zh: '打开最新名单，查找机构全称。',
    },
  },
  notes: {
    en: '185 rows on 2026-01-22, with the economic type (foreign and joint capital is printed there) and the level.',
    zh: '2026年1月22日为185行，列明经济类型（含外资、合资）与级别。',
  },
};
