import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-nhc-restricted-technologies-2017',
  title: {
    en: 'Restricted technologies of 2017 (repealed)',
    zh: '2017年“限制临床应用”医疗技术（已废止）',
  },
  authority: {
    en: 'National Health and Family Planning Commission',
    zh: '国家卫生和计划生育委员会',
  },
  pages: [
    {
      key: 'catalogue',
      url: 'http://www.ldqxhb.com/newshow.aspx?mid=165&id=543',
      file: 'bundled/catalogue-2017.csv',
    },
  ],
  format: 'csv',
  how: 'bundled',
  evidenceKind: 'law',
  gates: ['restricted-technology'],
  completeness: 'complete',
  absence: 'unknown',
  absenceNote: {
    en: 'A text of law names technologies, never hospitals.',
    zh: '法规文本列出技术，不列医院。',
  },
  asOf: '2017-02-21',
  freshnessDays: null,
  cadence: null,
  rights: {
    licence: 'facts of an official publication',
    attribution: '国卫办医发〔2017〕7号，2022年4月20日废止',
    redistribute: 'bytes',
  },
  expect: {
    rows: {
      min: 15,
      max: 15,
    },
    fill: {
      seq: 1,
      name_zh: 1,
    },
    unique: ['seq'],
  },
  confirmedLive: null,
  checkYourself: null,
  notes: {
    en: 'Fifteen technologies, from 2017-02-21 until the catalogue of 2022 repealed the notice on 2022-04-20. For questions about those years only.',
    zh: '十五项技术，自2017年2月21日起，至2022年4月20日被2022年版目录废止。仅用于该期间的问题。',
  },
};
