import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-foreign-owned-hospitals',
  title: { en: 'Reported wholly foreign-owned hospitals', zh: '外商独资医院（据报道）' },
  authority: { en: 'Press', zh: '媒体报道' },
  pages: [
    {
      key: 'hospitals',
      url: 'http://en.people.cn/n3/2025/0315/c90000-20289881.html',
      file: 'bundled/hospitals.csv',
    },
  ],
  evidenceKind: 'press',
  gates: ['foreign-capital'],
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts(),
  expect: { rows: { min: 2, max: 12 }, fill: { name_en: 1, city: 1, licence_date: 1, source_url: 1 } },
  notes: {
    en: 'Two hospitals established from the press; later ones may exist.',
    zh: '据报道可确定的两家；以后可能还有。',
  },
};
