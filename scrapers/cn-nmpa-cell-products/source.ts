import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';
import { citedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-nmpa-cell-products',
  title: { en: 'Reported cell products approved in China', zh: '已报道获批的细胞治疗产品' },
  authority: {
    en: 'Company, journal and press statements about NMPA approvals',
    zh: '企业、期刊及媒体关于国家药监局批准的报道',
  },
  pages: [
    {
      key: 'products',
      // A collection: each row cites its own page; this is the one most rows share, never the authority's site.
      url: 'https://doi.org/10.1186/s13045-024-01602-0',
      file: 'bundled/products.csv',
    },
  ],
  evidenceKind: 'press',
  gates: ['cell-product'],
  asOf: '2026-08',
  freshnessDays: 30,
  agesBy: 'report',
  rights: citedFacts(),
  expect: {
    rows: { min: 7, max: 21 },
    fill: { product_type: 1, name_zh: 1, source_url: 1 },
    unique: ['name_zh'],
  },
  checkYourself: {
    url: 'https://www.nmpa.gov.cn/datasearch/home-index.html',
    type: {
      en: 'Search domestic drugs for the Chinese product name.',
      zh: '在“境内生产药品”中输入产品中文名称查询。',
    },
  },
  notes: {
    en: 'Reported, not yet matched to a record of the regulator, and without approval numbers. Nine CAR-T products whose report has a public address; others exist. Approval is of the product: it says nothing about a hospital. Fresh for 30 days (our choice).',
    zh: '据报道，尚未与国家药监局记录逐一核对，无批准文号。仅收入有公开出处的九个 CAR-T 产品，并非全部。批准的是产品，与医院无关。有效期取30天（本系统约定）。',
  },
};
