import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedIssuer } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
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
  evidenceKind: 'issuer-notice',
  gates: ['accreditation'],
  dated: 'when-read',
  freshnessDays: 365,
  agesBy: 'term',
  cadence: '0 6 2 * *',
  rights: unreviewedIssuer('Global Healthcare Accreditation'),
  expect: { rows: { min: 0, max: 100 }, maxDrop: 0.5 },
  checkYourself: {
    url: 'https://www.globalhealthcareaccreditation.com/accredited-and-certified-organizations',
    type: lookNotes.entryDate,
  },
  notes: {
    en: 'One page of cards for the whole world, about 28 on 2026-09-08, none of them in China as far as known: fewer than 20 are taken for a broken page. Each prints its programme and its term ("Since …" or two dates); travel facilitators among them are passed over.',
    zh: '全球机构卡片约28张（2026年9月8日），已知无中国机构：少于20张视为页面不完整。每张印有项目与期限（“Since …”或起止日期）；其中的旅游中介机构不收录。',
  },
};
