import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-guangxi-licences',
  title: {
    en: 'Licences decided by the health commission of Guangxi',
    zh: '广西壮族自治区卫生健康委员会批准的医疗机构执业登记名单',
  },
  authority: { en: 'Health Commission of Guangxi', zh: '广西壮族自治区卫生健康委员会' },
  pages: [{ key: 'notice', url: 'https://wsjkw.gxzf.gov.cn/ggfw_49562/zxsbspxxfb/t27490215.shtml' }],
  format: 'html',
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: { en: 'Absence says nothing.', zh: '未列入不说明任何问题。' },
  coversOnly: { province: '广西壮族自治区' },
  presupposesLicence: 'by-row',
  asOf: null,
  dated: 'printed',
  accumulates: true,
  freshnessDays: 365,
  cadence: '0 5 * * 1',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '广西壮族自治区卫生健康委员会',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 1, max: 300 }, fill: { 机构名称: 1, 许可项目: 1 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://wsjkw.gxzf.gov.cn/ggfw_49562/zxsbspxxfb/t27490215.shtml',
    type: { en: 'Open the list and search it for the full Chinese name.', zh: '打开名单，查找机构全称。' },
  },
  notes: {
    en: 'Batches of decisions with licence numbers, seen on 2026-04-22; every batch is a page of its own, to be added to the pages here.',
    zh: '分批公布的许可决定，含登记号，所见为2026年4月22日一批；每批单独成页，需在此逐页增补。',
  },
};
