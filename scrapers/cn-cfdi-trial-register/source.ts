import { absenceNotes, lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { governmentFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-cfdi-trial-register',
  title: {
    en: 'Register of drug clinical trial institutions (live)',
    zh: '药物临床试验机构备案名单（在线）',
  },
  authority: {
    en: 'NMPA Center for Food and Drug Inspection (CFDI)',
    zh: '国家药品监督管理局食品药品审核查验中心',
  },
  pages: [
    {
      key: 'register',
      url: 'https://beian.cfdi.org.cn/CTMDS/pub/PUB010100.do?method=handle06',
      paging: { parameter: 'curPage', size: 100, sizeParameter: 'pageSize', total: 'totalRows' },
    },
  ],
  format: 'json',
  gates: ['practice-licence', 'grade'],
  completeness: 'complete',
  absenceNote: absenceNotes.fewRunTrials,
  presupposesLicence: true,
  dated: 'when-read',
  sameList: 'cfdi-trial',
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: '20 3 * * 3',
  rights: governmentFacts('国家药品监督管理局食品药品审核查验中心，药物临床试验机构备案管理信息平台'),
  expect: {
    rows: { min: 1800, max: 4000 },
    fill: { recordNo: 1, compName: 1, areaName: 1, address: 0.99 },
    unique: ['recordNo'],
    canary: { column: 'recordNo', value: '药临床机构备字2019000001' },
    maxDrop: 0.05,
  },
  checkYourself: {
    url: 'https://beian.cfdi.org.cn/CTMDS/pub/PUB010100.do?method=handle06',
    type: lookNotes.trialRegister,
  },
  notes: {
    en: '2,039 filings on 2026-09-05, 100 a page. Names and telephone numbers of contact persons come with every row and are dropped before anything is kept of it. Status 8 is the only one seen; another one is reported. A filing presupposes a practice licence and grade 二级甲等 or better (药物临床试验机构管理规定, 2019, art. 5).',
    zh: '2026年9月5日为2039条，每页100条。每行附有联系人及电话，读取时即舍弃。仅见状态8，其他状态将报告。备案以取得《医疗机构执业许可证》、二级甲等以上为前提（《药物临床试验机构管理规定》2019年第五条）。',
  },
};
