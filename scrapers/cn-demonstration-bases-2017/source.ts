import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-demonstration-bases-2017',
  title: {
    en: 'National health tourism demonstration bases, 2017',
    zh: '首批国家健康旅游示范基地（2017年）',
  },
  authority: { en: 'Five ministries, as reported', zh: '国家卫生计生委等五部门（据报道）' },
  pages: [{ key: 'bases', url: 'https://mip.yaozui.com/p303006.html', file: 'bundled/bases-2017.csv' }],
  evidenceKind: 'press',
  gates: ['programme'],
  completeness: 'complete',
  asOf: '2017-06',
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts('五部门公示，2017年6月；据 https://mip.yaozui.com/p303006.html'),
  expect: { rows: { min: 13, max: 13 }, fill: { name_zh: 1, name_en: 1 } },
  notes: {
    en: 'Areas, not hospitals: a hospital inside a base holds nothing by it.',
    zh: '是地区，不是医院：位于基地内的医院并不因此取得任何资格。',
  },
};
