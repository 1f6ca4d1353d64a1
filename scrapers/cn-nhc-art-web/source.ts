import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { governmentFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-nhc-art-web',
  title: {
    en: 'Institutions approved for assisted reproduction (query page)',
    zh: '经批准开展人类辅助生殖技术的医疗机构（查询页）',
  },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'list', url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/fzszjg/' }],
  format: 'html',
  gates: ['practice-licence'],
  absenceNote: {
    en: "The query page may show a part only; the complete list is in the ministry's documents. Absence says nothing.",
    zh: '查询页可能只显示一部分；完整名单见国家卫生健康委文件。未列入不说明任何问题。',
  },
  presupposesLicence: true,
  dated: 'when-read',
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: '30 5 * * 2',
  rights: governmentFacts('国家卫生健康委员会政务服务平台'),
  expect: { rows: { min: 400, max: 1500 }, fill: { 机构名称: 1 }, maxDrop: 0.05 },
  checkYourself: { url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/fzszjg/', type: lookNotes.list },
  notes: {
    en: 'The documents of the same ministry are complete and decide. This page does not tell trial operation from formal, so no approval is read from it: only who is listed, which presupposes a practice licence (人类辅助生殖技术管理办法 art. 6). Headings of the list page (机构名称, 地址, 主营科室, 地区) are probable, not confirmed; other ones stop the run.',
    zh: '以同一机关的文件为准。本页不区分正式运行与试运行，故不据以读取许可，只读取所列机构；列入以取得执业许可为前提（《人类辅助生殖技术管理办法》第六条）。列表页表头（机构名称、地址、主营科室、地区）尚待确认；不符即停止读取。',
  },
};
