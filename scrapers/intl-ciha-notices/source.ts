import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedIssuer } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'intl-ciha-notices',
  title: { en: 'Notices of CIHA accreditations', zh: '国际医院评审认证（CIHA）公告' },
  authority: {
    en: 'Shenzhen Hospital Accreditation Research Centre (SHARC)',
    zh: '深圳市卫健医院评审评价研究中心',
  },
  pages: [{ key: 'list', url: 'https://www.sharc.org.cn/pspj/pspj/tzgg/gg/' }],
  format: 'html',
  evidenceKind: 'issuer-notice',
  gates: ['accreditation'],
  accumulates: true,
  freshnessDays: 365,
  agesBy: 'report',
  cadence: '0 6 2 * *',
  rights: unreviewedIssuer('深圳市卫健医院评审评价研究中心'),
  expect: { rows: { min: 1, max: 500 }, maxDrop: 0.5 },
  checkYourself: { url: 'https://www.sharc.org.cn/pspj/pspj/tzgg/gg/', type: lookNotes.entryDate },
  notes: {
    en: "Titles of the issuer's notices, each with its day; the term is not printed, so none is set. The address of the list is inferred from that of one notice (2026-02-11). A title that speaks of passing but cannot be read is reported.",
    zh: '读取发证方公告标题及日期；未公布有效期，故不设期限。列表网址据2026年2月11日一则公告推定。提到“通过”而无法识别的标题将报告。',
  },
};
