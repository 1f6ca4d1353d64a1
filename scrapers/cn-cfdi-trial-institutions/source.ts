import { absenceNotes, lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-cfdi-trial-institutions',
  title: { en: 'Register of drug clinical trial institutions', zh: '药物临床试验机构备案名单' },
  authority: {
    en: 'NMPA Center for Food and Drug Inspection (CFDI)',
    zh: '国家药品监督管理局食品药品审核查验中心',
  },
  pages: [
    {
      key: 'register',
      url: 'https://beian.cfdi.org.cn/CTMDS/pub/PUB010100.do?method=handle06',
      file: 'bundled/register-2026-09-05.csv',
    },
  ],
  evidenceKind: 'official-list',
  gates: ['practice-licence', 'grade'],
  completeness: 'complete',
  absenceNote: absenceNotes.fewRunTrials,
  presupposesLicence: true,
  asOf: '2026-09-05',
  sameList: 'cfdi-trial',
  freshnessDays: 365,
  agesBy: 'presupposes',
  rights: {
    licence: 'CC-BY-4.0 (compilation); the facts are those of a public official list',
    attribution:
      'Facts: CFDI. Compilation: cn-hospital-aliases contributors (pppfff/cn-hospital-aliases @c13e3b2).',
    redistribute: 'bytes',
  },
  expect: {
    rows: { min: 2000, max: 4000 },
    fill: { record_no: 1, name: 1, province: 1, address: 0.99 },
    unique: ['record_no'],
    canary: { column: 'record_no', value: '药临床机构备字2019000001' },
    maxDrop: 0.05,
  },
  checkYourself: {
    url: 'https://beian.cfdi.org.cn/CTMDS/pub/PUB010100.do?method=handle06',
    type: lookNotes.trialRegister,
  },
  notes: {
    en: 'A filing presupposes a practice licence and grade 二级甲等 or better (药物临床试验机构管理规定, 2019, art. 5); disease-control centres file under their own rule and are not hospitals. Contact persons and telephone numbers are not kept. A filing shows a trial filing only, not any treatment.',
    zh: '备案以取得《医疗机构执业许可证》、二级甲等以上为前提（《药物临床试验机构管理规定》2019年第五条）；疾病预防控制中心另有规定，不是医院。不保存联系人和电话。备案只说明可承担药物临床试验。',
  },
};
