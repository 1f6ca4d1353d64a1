import { guangzhouFile } from '../presets/guangzhou.ts';

export const source = guangzhouFile({
  id: 'cn-guangzhou-city-institutions',
  title: {
    en: 'Institutions in Guangzhou licensed by the city health commission',
    zh: '广州市卫生健康委员会发证的医疗机构信息',
  },
  authority: { en: 'Guangzhou Municipal Health Commission', zh: '广州市卫生健康委员会' },
  post: 10908026,
  seen: 243,
  rows: { min: 190, max: 490 },
});
