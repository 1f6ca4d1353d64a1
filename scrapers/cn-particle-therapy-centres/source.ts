import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-particle-therapy-centres',
  title: { en: 'Reported proton and heavy-ion centres', zh: '质子重离子治疗中心（据报道）' },
  authority: { en: 'Press and journals', zh: '媒体与期刊' },
  pages: [{ key: 'centres', url: 'https://www.ccnta.cn/article/7167.html', file: 'bundled/centres.csv' }],
  evidenceKind: 'press',
  gates: ['large-equipment'],
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts(),
  expect: { rows: { min: 7, max: 21 }, fill: { name_zh: 1, modality: 1, status: 1, source_url: 1 } },
  notes: {
    en: 'Reports, not permits: the class A permit of each centre is still to be seen.',
    zh: '为报道，不是许可：各中心的甲类配置许可尚待核对。',
  },
};
