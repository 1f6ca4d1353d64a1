import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'intl-accreditation-schemes',
  title: { en: 'Schemes and what they attest', zh: '各认证体系及其证明的内容' },
  authority: { en: 'The schemes themselves, as cited', zh: '各认证体系（见所引网址）' },
  pages: [{ key: 'schemes', url: 'https://ieea.ch/', file: 'bundled/schemes.csv' }],
  evidenceKind: 'issuer-notice',
  gates: ['accreditation'],
  asOf: '2026-11',
  freshnessDays: 365,
  agesBy: 'report',
  rights: citedFacts(),
  expect: {
    rows: { min: 13, max: 39 },
    fill: { scheme: 1, issuer: 1, what_it_attests: 1, source_url: 1 },
    unique: ['scheme'],
  },
  notes: {
    en: 'Scheme, issuer, what it attests and the address of the issuer’s own directory; only schemes with a public citation.',
    zh: '体系、发证机构、证明内容及发证机构自有名录网址；仅收入有公开出处者。',
  },
};
