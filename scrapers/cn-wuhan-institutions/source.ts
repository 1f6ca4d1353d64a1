import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { licensedInCity } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...licensedInCity,
  id: 'cn-wuhan-institutions',
  title: { en: 'Secondary and tertiary institutions of Wuhan', zh: '武汉地区二、三级医疗机构名单' },
  authority: { en: 'Wuhan Health Commission', zh: '武汉市卫生健康委员会' },
  pages: [
    { key: 'list', url: 'https://wjw.wuhan.gov.cn/bsfw_28/bjcx/yljgmd/202601/t20260122_2716488.shtml' },
  ],
  format: 'html',
  gates: ['practice-licence', 'grade'],
  coversOnly: { province: '湖北省', city: '武汉市' },
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: '30 4 * * 1',
  rights: unreviewedFacts('武汉市卫生健康委员会'),
  expect: { rows: { min: 148, max: 370 }, fill: { 机构名称: 1, 地址: 0.95, 机构级别: 1 } },
  checkYourself: {
    url: 'https://wjw.wuhan.gov.cn/bsfw_28/bjcx/yljgmd/202601/t20260122_2716488.shtml',
    type: lookNotes.newestList,
  },
  notes: {
    en: '185 rows on 2026-01-22, with the economic type (foreign and joint capital is printed there) and the level.',
    zh: '2026年1月22日为185行，列明经济类型（含外资、合资）与级别。',
  },
};
