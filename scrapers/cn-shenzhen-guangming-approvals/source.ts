import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
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
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: { en: 'Absence says nothing.', zh: '未列入不说明任何问题。' },
  coversOnly: { province: '广东省', city: '深圳市' },
  presupposesLicence: 'by-row',
  asOf: null,
  dated: 'printed',
  accumulates: true,
  freshnessDays: 365,
  cadence: '10 5 * * 1',
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '深圳市光明区卫生健康局',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 1, max: 300 }, fill: { 机构名称: 1 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.szgm.gov.cn/132100/152326/ylfwxxgk/',
    type: { en: 'Open the list and search it for the full Chinese name.', zh: '打开名单，查找机构全称。' },
  },
  notes: {
    en: 'Weekly files in the old .xls format with Chinese in GBK, nine columns. Which nine is not established: the usual ones of licence publicity are expected, and others stop the run.',
    zh: '每周一份旧式.xls文件（GBK编码），九列。列名尚未核实：按行政许可公示常用项读取，不符即停止。',
  },
};
