import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-shenzhen-guangming-approvals',
  title: {
    en: 'Weekly decisions on licences, Guangming District, Shenzhen',
    zh: '深圳市光明区医疗机构执业许可审批结果',
  },
  authority: { en: 'Guangming District Health Bureau, Shenzhen', zh: '深圳市光明区卫生健康局' },
  pages: [
    {
      key: 'week',
      url: 'https://www.szgm.gov.cn/132100/152326/ylfwxxgk/',
      follow: [{ link: '审批结果' }, { link: '\\.xls($|\\?)' }],
    },
  ],
  format: 'xls',
  gates: ['practice-licence'],
  coversOnly: { province: '广东省', city: '深圳市' },
  presupposesLicence: 'by-row',
  accumulates: true,
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: '10 5 * * 1',
  rights: unreviewedFacts('深圳市光明区卫生健康局'),
  expect: { rows: { min: 1, max: 300 }, fill: { 机构名称: 1 }, maxDrop: 1 },
  checkYourself: { url: 'https://www.szgm.gov.cn/132100/152326/ylfwxxgk/', type: lookNotes.list },
  notes: {
    en: 'Weekly files in the old .xls format with Chinese in GBK, nine columns. Which nine is not established: the usual ones of licence publicity are expected, and others stop the run.',
    zh: '每周一份旧式.xls文件（GBK编码），九列。列名尚未核实：按行政许可公示常用项读取，不符即停止。',
  },
};
