import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'intl-ciha',
  title: {
    en: 'Reported CIHA applicants and accreditations',
    zh: 'CIHA（国际医院评审认证）申请与通过情况（据报道）',
  },
  authority: { en: 'Press and the hospitals concerned (not the issuer)', zh: '媒体与有关医院（非发证机构）' },
  pages: [
    {
      key: 'events',
      // A collection: each row cites its own page; this is the one most rows share, never the issuer's site.
      url: 'https://caivd-org.cn/en/m/article.asp?id=2244',
      file: 'bundled/events.csv',
    },
  ],
  evidenceKind: 'press',
  gates: ['accreditation'],
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts(),
  expect: { rows: { min: 16, max: 48 }, fill: { org_name_en: 1, org_name_zh: 1, status: 1, source_url: 1 } },
  checkYourself: {
    url: 'https://www.sharc.org.cn/',
    type: {
      en: 'Look in the notices for the Chinese name of the hospital.',
      zh: '在通知公告中查找医院中文名称。',
    },
  },
  notes: {
    en: 'Thirteen applicants of 2023 and three of about six accreditations. An applicant is not accredited.',
    zh: '2023年首批申请的十三家，以及约六家通过者中的三家。申请不等于通过。',
  },
};
