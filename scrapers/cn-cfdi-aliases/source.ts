import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-cfdi-aliases',
  title: { en: 'Other names of drug clinical trial institutions', zh: '药物临床试验机构的其他名称' },
  authority: {
    en: 'cn-hospital-aliases contributors (no authority)',
    zh: 'cn-hospital-aliases 贡献者（非官方）',
  },
  pages: [
    {
      key: 'aliases',
      url: 'https://github.com/pppfff/cn-hospital-aliases',
      file: 'bundled/aliases-2026-09.csv',
    },
  ],
  evidenceKind: 'directory',
  gates: [],
  absenceNote: {
    en: 'Reviewed names of some institutions. Absence says nothing.',
    zh: '仅收录部分机构经核对的名称；未列入不说明任何问题。',
  },
  asOf: '2026-09',
  freshnessDays: 365,
  agesBy: 'report',
  rights: {
    licence: 'CC-BY-4.0',
    attribution:
      'cn-hospital-aliases contributors (pppfff/cn-hospital-aliases @c13e3b2). Some English names cite the United Kingdom list of medical facilities in China (OGL v3.0).',
    redistribute: 'bytes',
  },
  expect: { rows: { min: 635, max: 5000 }, fill: { record_no: 1, alias: 1, kind: 1 } },
  notes: {
    en: 'Joined by trial filing number. Without an address of its own a name rests on the filing itself. A very short name (安医) is a fact, not a safe match.',
    zh: '按药物临床试验机构备案号关联。未附网址的名称以备案名单为据。极短的简称（安医）只是事实，不能单独确定机构。',
  },
};
