import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-foreign-owned-areas',
  title: { en: 'Pilot areas for wholly foreign-owned hospitals', zh: '允许设立外商独资医院的试点地区' },
  authority: {
    en: 'Ministry of Commerce, National Health Commission and NMPA, as reported',
    zh: '商务部、国家卫生健康委、国家药监局（据报道）',
  },
  pages: [
    { key: 'areas', url: 'https://www.shine.cn/news/nation/2409084115/', file: 'bundled/areas-2024.csv' },
  ],
  evidenceKind: 'press',
  gates: ['foreign-capital'],
  completeness: 'complete',
  asOf: '2024-09-08',
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts(
    '商务部 国家卫生健康委 国家药监局通知，2024年9月8日；据 https://www.shine.cn/news/nation/2409084115/',
  ),
  expect: { rows: { min: 9, max: 9 }, fill: { area_zh: 1, area_en: 1, announced: 1 } },
  notes: { en: 'Nine areas, announced on 2024-09-08.', zh: '九个地区，2024年9月8日公布。' },
};
