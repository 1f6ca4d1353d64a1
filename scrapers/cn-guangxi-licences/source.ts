import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  // 登记号 in every row, decided and published by the authority that gives the licence.
  evidenceKind: 'primary-register',
  id: 'cn-guangxi-licences',
  title: {
    en: 'Licences decided by the health commission of Guangxi',
    zh: '广西壮族自治区卫生健康委员会批准的医疗机构执业登记名单',
  },
  authority: { en: 'Health Commission of Guangxi', zh: '广西壮族自治区卫生健康委员会' },
  pages: [{ key: 'notice', url: 'https://wsjkw.gxzf.gov.cn/ggfw_49562/zxsbspxxfb/t27490215.shtml' }],
  format: 'html',
  gates: ['practice-licence'],
  coversOnly: { province: '广西壮族自治区' },
  presupposesLicence: 'by-row',
  accumulates: true,
  freshnessDays: 180,
  agesBy: 'licensees',
  cadence: '0 5 * * 1',
  rights: unreviewedFacts('广西壮族自治区卫生健康委员会'),
  expect: { rows: { min: 1, max: 300 }, fill: { 机构名称: 1, 许可项目: 1 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://wsjkw.gxzf.gov.cn/ggfw_49562/zxsbspxxfb/t27490215.shtml',
    type: lookNotes.list,
  },
  notes: {
    en: 'Batches of decisions with licence numbers, seen on 2026-04-22; every batch is a page of its own, to be added to the pages here.',
    zh: '分批公布的许可决定，含登记号，所见为2026年4月22日一批；每批单独成页，需在此逐页增补。',
  },
};
