import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-nhc-restricted-technologies-2022',
  title: { en: 'Catalogue of restricted technologies, 2022 edition', zh: '国家限制类技术目录（2022年版）' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [
    {
      key: 'catalogue',
      url: 'https://zgno1hos.com.cn/details/zlkzk/xwdt/14349.html',
      file: 'bundled/catalogue-2022.csv',
    },
  ],
  gates: ['restricted-technology'],
  asOf: '2022-04-20',
  rights: officialPublication('国家卫生健康委员会《国家限制类技术目录（2022年版）》，自2022年4月20日起施行'),
  expect: {
    rows: { min: 12, max: 12 },
    fill: { code: 1, name_zh: 1 },
    unique: ['code'],
    canary: { column: 'code', value: 'G06' },
  },
  notes: {
    en: 'Twelve technologies in force from 2022-04-20. English names are our own, unofficial. The code is printed for G04, G05, G07, G08, G10 and G11 and follows from the order for the rest.',
    zh: '十二项技术，自2022年4月20日起施行。英文名为非官方译名。G04、G05、G07、G08、G10、G11 的代码见于原件，其余按排列次序。',
  },
};
