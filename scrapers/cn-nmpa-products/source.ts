import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, may, must } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'cn-nmpa-products',
  title: { en: 'Approved cell products (NMPA data search)', zh: '药品查询（国家药监局数据查询）' },
  authority: { en: 'National Medical Products Administration', zh: '国家药品监督管理局' },
  pages: [{ key: 'capture', url: 'https://www.nmpa.gov.cn/datasearch/home-index.html' }],
  evidenceKind: 'primary-register',
  gates: ['cell-product'],
  freshnessDays: 365,
  agesBy: 'register',
  rights: readByPerson('国家药品监督管理局，数据查询'),
  expect: { rows: { min: 1, max: 5000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://www.nmpa.gov.cn/datasearch/home-index.html',
    type: {
      en: 'Choose domestic medicines, type the Chinese product name, open the entry.',
      zh: '选择境内生产药品，输入产品中文名称，打开条目。',
    },
  },
  capture: captured(
    must('药品名称', { en: 'Product', zh: '药品名称' }),
    may('英文名称', { en: 'English name', zh: '英文名称' }),
    must('批准文号', { en: 'Approval number', zh: '批准文号' }),
    may('上市许可持有人', { en: 'Holder', zh: '上市许可持有人' }),
    must('批准日期', { en: 'Approved', zh: '批准日期' }, 'date'),
    may('有效期至', { en: 'Approved until', zh: '批准文号有效期' }, 'date'),
  ),
  notes: {
    en: 'Approves a product, never a hospital: no public list says which hospitals may give it. The search answers machines with HTTP 412, so a person looks.',
    zh: '批准的是产品，不是医院：没有公开名单说明哪些医院可使用。该查询拒绝自动访问（HTTP 412），由人工查询。',
  },
};
