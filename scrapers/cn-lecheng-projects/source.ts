import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-lecheng-projects',
  title: {
    en: 'Reported technologies of the Boao Lecheng zone',
    zh: '博鳌乐城先行区技术项目（据报道）',
  },
  authority: {
    en: 'Press about the Boao Lecheng pilot zone',
    zh: '关于博鳌乐城国际医疗旅游先行区的报道',
  },
  pages: [
    {
      key: 'projects',
      url: 'http://media.drugdu.com/?p=2017140204643491840',
      file: 'bundled/projects.csv',
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
      min: 8,
      max: 24,
    },
    fill: {
      project: 1,
      status: 1,
      source_url: 1,
    },
  },
  confirmedLive: null,
  checkYourself: null,
  notes: {
    en: 'Eight of about twenty projects. A permit holds for one project at one institution inside the zone, and nowhere else.',
    zh: '约二十个项目中的八个。许可只对先行区内某一机构的某一项目有效。',
  },
};
