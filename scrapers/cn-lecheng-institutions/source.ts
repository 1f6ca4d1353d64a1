import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-lecheng-institutions',
  title: {
    en: 'Reported institutions in the Boao Lecheng zone',
    zh: '博鳌乐城先行区医疗机构（据报道）',
  },
  authority: {
    en: 'Press about the Boao Lecheng pilot zone',
    zh: '关于博鳌乐城国际医疗旅游先行区的报道',
  },
  pages: [
    {
      key: 'institutions',
      url: 'http://english.scio.gov.cn/m/pressroom/2024-04/16/content_117128845_9.htm',
      file: 'bundled/institutions.csv',
    },
  ],
  format: 'csv',
  how: 'bundled',
  evidenceKind: 'press',
  gates: ['lecheng'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'Absence says nothing.',
    zh: '未列入不说明任何问题。',
  },
  asOf: null,
  freshnessDays: 90,
  cadence: null,
  rights: {
    licence: 'dated facts, each cited',
    attribution: 'The public address cited in each row',
    redistribute: 'bytes',
  },
  expect: {
    rows: {
      min: 6,
      max: 18,
    },
    fill: {
      name_zh: 1,
      source_url: 1,
    },
    unique: ['name_zh'],
  },
  confirmedLive: null,
  checkYourself: null,
  notes: {
    en: 'Six of about thirty institutions, those with a public address.',
    zh: '约三十家中有公开出处的六家。',
  },
};
