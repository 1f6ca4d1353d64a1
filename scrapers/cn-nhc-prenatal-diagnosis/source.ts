import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { governmentFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-nhc-prenatal-diagnosis',
  title: { en: 'Institutions approved for prenatal diagnosis', zh: '开展产前诊断技术医疗机构名单' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'list', url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/cqzdjsyljg/' }],
  format: 'html',
  gates: ['prenatal-diagnosis'],
  absenceNote: {
    en: 'Prenatal diagnosis needs approval, but how many institutions are approved is not known here, so absence says nothing.',
    zh: '产前诊断技术须经批准，但总数未知，未列入不说明任何问题。',
  },
  dated: 'when-read',
  freshnessDays: 365,
  agesBy: 'approval',
  cadence: '30 5 * * 2',
  rights: governmentFacts('国家卫生健康委员会政务服务平台'),
  expect: { rows: { min: 100, max: 3000 }, fill: { 机构名称: 1 }, maxDrop: 0.05 },
  checkYourself: { url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/cqzdjsyljg/', type: lookNotes.list },
  notes: {
    en: 'Headings of the list page (机构名称, 地址, 主营科室, 地区) are probable, not confirmed; other ones stop the run.',
    zh: '列表页表头（机构名称、地址、主营科室、地区）尚待确认；不符即停止读取。',
  },
};
