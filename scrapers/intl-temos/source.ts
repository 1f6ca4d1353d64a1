import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedIssuer } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'intl-temos',
  title: { en: 'Organisations accredited by Temos, in China', zh: 'Temos认证机构（中国）' },
  authority: { en: 'Temos International', zh: 'Temos国际' },
  pages: [{ key: 'list', url: 'https://temos-accreditation.com/AccreditedPartners/List.aspx' }],
  format: 'html',
  evidenceKind: 'issuer-notice',
  gates: ['accreditation'],
  dated: 'when-read',
  freshnessDays: 365,
  agesBy: 'term',
  cadence: '0 6 2 * *',
  rights: unreviewedIssuer('Temos International'),
  expect: { rows: { min: 0, max: 200 }, maxDrop: 0.5 },
  checkYourself: {
    url: 'https://temos-accreditation.com/AccreditedPartners/List.aspx',
    type: lookNotes.entryDate,
  },
  notes: {
    en: 'One table of the whole world, 83 rows on 2026-09-08, none of them in China as far as known: fewer than 60 rows are taken for a broken page. Its columns (2026-09): Status (a picture), Accredited/Assessed Partner, Country, City, Type, Facility type; no term is printed.',
    zh: '全球名单，2026年9月8日为83行，已知无中国机构：少于60行视为页面不完整。列（2026年9月）：状态（图片）、认证/评估伙伴、国家、城市、类型、机构类别；未印有效期。',
  },
};
