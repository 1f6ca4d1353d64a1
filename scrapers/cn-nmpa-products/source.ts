import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-nmpa-products',
  title: { en: 'Approved cell products (NMPA data search)', zh: '药品查询（国家药监局数据查询）' },
  authority: { en: 'National Medical Products Administration', zh: '国家药品监督管理局' },
  pages: [{ key: 'capture', url: 'https://www.nmpa.gov.cn/datasearch/home-index.html' }],
  format: 'csv',
  how: 'captured',
  evidenceKind: 'primary-register',
  gates: ['cell-product'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'Only what somebody looked up is here. Absence says nothing.',
    zh: '只含有人查询过的内容。未列入不说明任何问题。',
  },
  presupposesLicence: false,
  asOf: null,
  accumulates: true,
  freshnessDays: 30,
  cadence: null,
  rights: {
    licence: 'facts read by a person off a public query page',
    attribution: '国家药品监督管理局，数据查询',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 5000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.nmpa.gov.cn/datasearch/home-index.html',
    type: {
      en: 'Choose domestic medicines, type the Chinese product name, open the entry.',
      zh: '选择境内生产药品，输入产品中文名称，打开条目。',
    },
  },
  capture: {
    fields: [
      { column: '药品名称', label: { en: 'Product', zh: '药品名称' }, kind: 'text', required: true },
      { column: '英文名称', label: { en: 'English name', zh: '英文名称' }, kind: 'text', required: false },
      { column: '批准文号', label: { en: 'Approval number', zh: '批准文号' }, kind: 'text', required: true },
      {
        column: '上市许可持有人',
        label: { en: 'Holder', zh: '上市许可持有人' },
        kind: 'text',
        required: false,
      },
      { column: '批准日期', label: { en: 'Approved', zh: '批准日期' }, kind: 'date', required: true },
      {
        column: '有效期至',
        label: { en: 'Approved until', zh: '批准文号有效期' },
        kind: 'date',
        required: false,
      },
      {
        column: '查看日期',
        label: { en: 'Day you looked (YYYY-MM-DD)', zh: '查看日期（年-月-日）' },
        kind: 'date',
        required: false,
      },
      {
        column: '数据截止日期',
        label: { en: 'Cut-off day the page states', zh: '页面所示数据截止日期' },
        kind: 'date',
        required: false,
      },
    ],
  },
  notes: {
    en: 'Approves a product, never a hospital: no public list says which hospitals may give it. The search answers machines with HTTP 412, so a person looks.',
    zh: '批准的是产品，不是医院：没有公开名单说明哪些医院可使用。该查询拒绝自动访问（HTTP 412），由人工查询。',
  },
};
