import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'intl-gha',
  title: { en: 'Organisations accredited by GHA, in China', zh: 'GHA认证机构（中国）' },
  authority: { en: 'Global Healthcare Accreditation', zh: '全球医疗认证（GHA）' },
  pages: [
    {
      key: 'list',
      url: 'https://www.globalhealthcareaccreditation.com/accredited-and-certified-organizations',
    },
  ],
  format: 'html',
  how: 'fetched',
  evidenceKind: 'issuer-notice',
  gates: ['accreditation'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: { en: 'Absence says nothing.', zh: '未列入不说明任何问题。' },
  presupposesLicence: false,
  asOf: null,
  dated: 'when-read',
  freshnessDays: 60,
  cadence: '0 6 2 * *',
  rights: {
    licence: "facts of the issuer's public list; its terms are to be reviewed by the operator",
    attribution: 'Global Healthcare Accreditation',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 0, max: 100 }, maxDrop: 0.5 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.globalhealthcareaccreditation.com/accredited-and-certified-organizations',
    type: { en: 'Look for the hospital and the date on its entry.', zh: '查找该医院及其条目上的日期。' },
  },
  notes: {
    en: 'One page of cards for the whole world, about 28 on 2026-09-08, none of them in China as far as known: fewer than 20 are taken for a broken page. No term is printed, so none is set.',
    zh: '全球机构卡片约28张（2026年9月8日），已知无中国机构：少于20张视为页面不完整。未印有效期，故不设期限。',
  },
};
