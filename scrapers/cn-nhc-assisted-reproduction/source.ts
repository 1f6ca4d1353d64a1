import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-nhc-assisted-reproduction',
  title: {
    en: 'Institutions approved for assisted reproduction',
    zh: '经批准开展人类辅助生殖技术的医疗机构名单',
  },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [
    { key: 'list', url: 'http://www.nhc.gov.cn/fys/s3581/new_list.shtml', file: 'bundled/list-2025-06.csv' },
  ],
  evidenceKind: 'official-list',
  gates: ['assisted-reproduction', 'practice-licence'],
  completeness: 'complete',
  absence: 'not-met',
  absenceNote: {
    en: 'Assisted reproduction needs approval before it starts, and this list is complete for its date: an institution that is not on it was not approved then.',
    zh: '开展人类辅助生殖技术须先经批准，本名单在其日期是完整的：未列入即当时未获批准。',
  },
  presupposesLicence: true,
  asOf: '2025-06',
  sameList: 'nhc-art',
  freshnessDays: 274,
  agesBy: 'approval',
  rights: {
    licence: 'facts of a government list',
    attribution: '国家卫生健康委员会《经批准开展人类辅助生殖技术的医疗机构名单》，2025年6月版',
    redistribute: 'bytes',
  },
  expect: {
    rows: { min: 600, max: 900 },
    fill: { province: 1, name_zh: 1, address_zh: 1, in_operation: 1, on_trial: 1 },
    canary: { column: 'name_zh', value: '北京大学第三医院' },
    maxDrop: 0.05,
  },
  checkYourself: {
    url: 'http://www.nhc.gov.cn/fys/s3581/new_list.shtml',
    type: lookNotes.newestListByProvince,
  },
  notes: {
    en: 'Read in a public copy that tells how many techniques are on trial (试运行), not which. Fresh for 365 days (about two editions; our choice, not law). Sperm banks are a list of their own and are not included. A listing presupposes a practice licence (人类辅助生殖技术管理办法 art. 6).',
    zh: '据公开副本录入，只载明试运行技术的数目而未载明是哪一项。有效期取365天（约两期名单，本系统约定，非法律规定）。精子库另有名单，未收入。列入以取得执业许可为前提（《人类辅助生殖技术管理办法》第六条）。',
  },
};
