import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'intl-jci-events',
  title: { en: 'Reported JCI events in China', zh: '中国机构 JCI 认证的公开报道' },
  authority: {
    en: 'Hospital websites and press about Joint Commission International (not the issuer)',
    zh: '医院网站及媒体关于 JCI 的报道（非发证机构）',
  },
  pages: [
    {
      key: 'events',
      // A collection: each row cites its own page; this is the one most rows share, never the issuer's directory.
      url: 'http://cliffordhospital.com/Accredi.shtml',
      file: 'bundled/events.csv',
    },
  ],
  evidenceKind: 'press',
  gates: ['accreditation'],
  absenceNote: {
    en: 'A small sample of the organisations that ever held a JCI accreditation. Absence says nothing.',
    zh: '仅为曾获 JCI 认证机构的少量样本；未列入不说明任何问题。',
  },
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts(),
  expect: {
    rows: { min: 34, max: 500 },
    fill: { org_name_en: 1, event_type: 1, source_url: 1, source_type: 1 },
  },
  checkYourself: {
    url: 'https://www.jointcommission.org/en/about-us/recognizing-excellence/find-accredited-international-organizations',
    type: {
      en: 'Choose the country China and look for the organisation and its programme.',
      zh: '选择国家“China”，查找机构名称及认证项目。',
    },
  },
  notes: {
    en: 'History only: none of these rows can show that an accreditation is current. Ends of term are computed (three years) and marked so. Undated claims are kept as claims.',
    zh: '仅为历史：任何一行都不能说明认证现在有效。到期日按三年周期推算并注明。无日期的说法只作为自称保留。',
  },
};
