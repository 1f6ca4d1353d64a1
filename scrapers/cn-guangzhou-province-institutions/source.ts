import { guangzhouFile } from '../presets/guangzhou.ts';

export const source = guangzhouFile({
  id: 'cn-guangzhou-province-institutions',
  title: {
    en: 'Institutions in Guangzhou licensed by the provincial health commission',
    zh: '广州市内广东省卫生健康委员会发证的医疗机构信息',
  },
  authority: { en: 'Health Commission of Guangdong Province', zh: '广东省卫生健康委员会' },
  post: 10908048,
  seen: 42,
  rows: { min: 34, max: 90 },
});
