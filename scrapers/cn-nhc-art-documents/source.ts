import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { governmentFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-nhc-art-documents',
  title: {
    en: "Institutions approved for assisted reproduction, and sperm banks (the ministry's documents)",
    zh: '经批准开展人类辅助生殖技术和设置人类精子库的医疗机构名单（文件）',
  },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [
    {
      key: 'attachment-1',
      url: 'http://www.nhc.gov.cn/fys/s3581/new_list.shtml',
      follow: [{ link: '人类辅助生殖技术.*名单' }, { link: '\\.docx($|\\?)', nth: 1 }],
    },
    {
      key: 'attachment-2',
      url: 'http://www.nhc.gov.cn/fys/s3581/new_list.shtml',
      follow: [{ link: '人类辅助生殖技术.*名单' }, { link: '\\.docx($|\\?)', nth: 2 }],
    },
  ],
  format: 'docx',
  plainHttp: true,
  gates: ['assisted-reproduction', 'practice-licence'],
  completeness: 'complete',
  absence: 'not-met',
  absenceNote: {
    en: 'Assisted reproduction needs approval before it starts, and the two documents are complete for their date: an institution that is on neither was not approved then.',
    zh: '开展人类辅助生殖技术、设置人类精子库须先经批准，两份文件在其日期是完整的：均未列入即当时未获批准。',
  },
  presupposesLicence: true,
  sameList: 'nhc-art',
  freshnessDays: 274,
  agesBy: 'approval',
  cadence: '10 5 * * 2',
  rights: governmentFacts('国家卫生健康委员会《经批准开展人类辅助生殖技术和设置人类精子库的医疗机构名单》'),
  expect: {
    rows: { min: 600, max: 900 },
    fill: { 机构: 1, 地址: 1, 技术: 1 },
    canary: { column: '机构', value: '北京大学第三医院' },
    maxDrop: 0.05,
  },
  checkYourself: {
    url: 'http://www.nhc.gov.cn/fys/s3581/new_list.shtml',
    type: lookNotes.newestListByProvince,
  },
  notes: {
    en: 'Two Word files whose names do not tell them apart: six columns are the centres (one row a technique, the first four cells merged, the province with its printed count), five columns are the sperm banks. 635 centres and 29 banks in June 2025; about two editions a year.',
    zh: '两个Word文件，文件名不足以区分：六列为辅助生殖机构（每项技术一行，前四列合并，省份注明家数），五列为人类精子库。2025年6月为635家和29家；约每年两期。',
  },
};
