import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-foreign-owned-hospitals',
  title: {
    en: 'Reported wholly foreign-owned hospitals',
    zh: '外商独资医院（据报道）',
  },
  authority: {
    en: 'Press',
    zh: '媒体报道',
  },
  pages: [
    {
      key: 'hospitals',
      url: 'http://en.people.cn/n3/2025/0315/c90000-20289881.html',
      file: 'bundled/hospitals.csv',
    },
  ],
  format: 'csv',
  how: 'bundled',
  evidenceKind: 'press',
  gates: ['foreign-capital'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'Absence says nothing.',
    zh: '未列入不说明任何问题。',
  },
  asOf: null,
  freshnessDays: 365,
  cadence: null,
  rights: {
    licence: 'dated facts, each cited',
    attribution: 'The public address cited in each row',
    redistribute: 'bytes',
  },
  expect: {
    rows: {
      min: 2,
      max: 12,
    },
    fill: {
      name_en: 1,
      city: 1,
      licence_date: 1,
      source_url: 1,
    },
  },
  confirmedLive: null,
  checkYourself: null,
  notes: {
    en: 'Two hospitals established from the press; later ones may exist.',
    zh: '据报道可确定的两家；以后可能还有。',
  },
};
