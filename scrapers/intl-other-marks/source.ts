import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'intl-other-marks',
  title: { en: 'Reported other marks of hospitals in China', zh: '中国医院的其他认证与评级（据报道）' },
  authority: { en: 'Issuers, hospitals and press', zh: '发证机构、医院与媒体' },
  pages: [
    {
      key: 'events',
      // A collection: each row cites its own page; this is the one most rows share.
      url: 'http://www.himssanalyticsasia.org/about/pressRoom-pressrelease7.asp',
      file: 'bundled/events.csv',
    },
  ],
  evidenceKind: 'press',
  gates: ['accreditation'],
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts(),
  expect: { rows: { min: 15, max: 45 }, fill: { org_name_en: 1, scheme: 1, event_type: 1, source_url: 1 } },
  notes: {
    en: 'Examples with their scope: several cover one department or one laboratory, some attest no care at all (HIMSS: health IT).',
    zh: '附认证范围的例子：有的只涵盖一个科室或一个实验室，有的与诊疗无关（HIMSS 为信息化评级）。',
  },
};
