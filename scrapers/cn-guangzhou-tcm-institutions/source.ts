import { guangzhouFile } from '../presets/guangzhou.ts';

export const source = guangzhouFile({
  id: 'cn-guangzhou-tcm-institutions',
  title: {
    en: 'Institutions in Guangzhou licensed by the provincial bureau of Chinese medicine',
    zh: '广州市内广东省中医药局发证的医疗机构信息',
  },
  authority: { en: 'Traditional Chinese Medicine Bureau of Guangdong Province', zh: '广东省中医药局' },
  post: 10908066,
  seen: 7,
  rows: { min: 5, max: 20 },
});
