import type { DescriptorInput } from '../../schema/source.ts';
import { lechengReport } from '../presets/lecheng.ts';

export const source: DescriptorInput = {
  ...lechengReport,
  id: 'cn-lecheng-institutions',
  title: { en: 'Reported institutions in the Boao Lecheng zone', zh: '博鳌乐城先行区医疗机构（据报道）' },
  pages: [
    {
      key: 'institutions',
      url: 'http://english.scio.gov.cn/m/pressroom/2024-04/16/content_117128845_9.htm',
      file: 'bundled/institutions.csv',
    },
  ],
  expect: { rows: { min: 6, max: 18 }, fill: { name_zh: 1, source_url: 1 }, unique: ['name_zh'] },
  notes: {
    en: 'Six of about thirty institutions, those with a public address.',
    zh: '约三十家中有公开出处的六家。',
  },
};
