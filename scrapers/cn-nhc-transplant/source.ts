import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { governmentFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-nhc-transplant',
  title: {
    en: 'Hospitals qualified for human organ transplant',
    zh: '具有人体器官移植执业资格的医疗机构名单',
  },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'list', url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/qgyzjg/' }],
  format: 'html',
  gates: ['organ-transplant'],
  completeness: 'complete',
  absence: 'not-met',
  absenceNote: {
    en: "Transplant needs approval per organ before it starts, and this is the ministry's own list of the day it was read: a hospital that is not on it, or not with that organ, was not approved.",
    zh: '开展人体器官移植须按器官先经批准，本表为国家卫生健康委读取当日的名单：未列入（或未列该器官）即未获批准。',
  },
  dated: 'when-read',
  freshnessDays: 365,
  agesBy: 'approval',
  cadence: '30 5 * * 2',
  rights: governmentFacts('国家卫生健康委员会政务服务平台'),
  expect: { rows: { min: 150, max: 400 }, fill: { 机构名称: 1 }, maxDrop: 0.05 },
  checkYourself: { url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/qgyzjg/', type: lookNotes.list },
  notes: {
    en: '165 hospitals in August 2013, 169 at the end of 2018: fewer than 150 rows are taken for a first page and refused. Headings of the list page (机构名称, 地址, 主营科室, 地区) are probable, not confirmed; other ones stop the run.',
    zh: '2013年8月165家，2018年底169家：少于150行视为仅第一页，不予采用。列表页表头（机构名称、地址、主营科室、地区）尚待确认；不符即停止读取。',
  },
};
