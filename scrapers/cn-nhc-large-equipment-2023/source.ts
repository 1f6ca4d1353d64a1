import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-nhc-large-equipment-2023',
  title: { en: 'Catalogue of large medical equipment, 2023', zh: '大型医用设备配置许可管理目录（2023年）' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [
    {
      key: 'catalogue',
      url: 'https://caigou2003.com/web/news/20230322/690849043043057664.html',
      file: 'bundled/catalogue-2023.csv',
    },
  ],
  gates: ['large-equipment'],
  asOf: '2023-03-03',
  rights: officialPublication('国卫财务发〔2023〕7号'),
  expect: { rows: { min: 10, max: 10 }, fill: { class: 1, item_zh: 1 } },
  notes: {
    en: 'Class A permits are given by the national commission, class B by the province. The catalogue names equipment, not hospitals.',
    zh: '甲类由国家卫生健康委、乙类由省级卫生健康委许可。目录列设备，不列医院。',
  },
};
