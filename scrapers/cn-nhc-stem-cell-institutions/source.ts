import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-nhc-stem-cell-institutions',
  title: {
    en: 'Institutions filed for stem-cell clinical research, 2016-2017',
    zh: '干细胞临床研究备案机构（2016—2017年）',
  },
  authority: {
    en: 'National Health and Family Planning Commission with CFDA, as reported',
    zh: '国家卫生计生委、国家食品药品监管总局（据公开报道）',
  },
  pages: [
    {
      key: 'institutions',
      url: 'http://0514f.cn/c/2016-11-04/1122226.shtml',
      file: 'bundled/institutions-2017.csv',
    },
  ],
  evidenceKind: 'press',
  gates: ['biomedical-research'],
  completeness: 'historical',
  asOf: '2017-11-28',
  freshnessDays: 90,
  agesBy: 'report',
  rights: citedFacts(),
  expect: {
    rows: { min: 102, max: 306 },
    fill: { batch: 1, announced: 1, province: 1, name_zh: 1, source_url: 1 },
    unique: ['name_zh'],
  },
  notes: {
    en: 'History only: batches 1 (30) and 2 (72) under the former rules; later batches and army hospitals are absent, and the rules changed on 2026-05-01 (State Council Order 818). A filing covered research, never paid treatment.',
    zh: '仅为历史：原规定下第一批30家、第二批72家；以后各批及军队医院未收入。2026年5月1日起规则已变（国务院令第818号）。备案仅为临床研究，不等于可收费治疗。',
  },
};
