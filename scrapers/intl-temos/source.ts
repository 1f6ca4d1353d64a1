import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'intl-temos',
  title: { en: 'Organisations accredited by Temos, in China', zh: 'Temos认证机构（中国）' },
  authority: { en: 'Temos International', zh: 'Temos国际' },
  pages: [{ key: 'list', url: 'https://temos-accreditation.com/AccreditedPartners/List.aspx' }],
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
    attribution: 'Temos International',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 0, max: 200 }, fill: { Name: 1, Accreditation: 1, Validuntil: 1 }, maxDrop: 0.5 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://temos-accreditation.com/AccreditedPartners/List.aspx',
    type: { en: 'Look for the hospital and the date on its entry.', zh: '查找该医院及其条目上的日期。' },
  },
  notes: {
    en: 'One table of the whole world, 83 rows on 2026-09-08, none of them in China as far as known: fewer than 60 rows are taken for a broken page. Headings are not established; others than the expected stop the run.',
    zh: '全球名单，2026年9月8日为83行，已知无中国机构：少于60行视为页面不完整。表头尚未核实，不符即停止。',
  },
};
