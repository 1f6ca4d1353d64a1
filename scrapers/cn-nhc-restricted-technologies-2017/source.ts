import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-nhc-restricted-technologies-2017',
  title: { en: 'Restricted technologies of 2017 (repealed)', zh: '2017年“限制临床应用”医疗技术（已废止）' },
  authority: { en: 'National Health and Family Planning Commission', zh: '国家卫生和计划生育委员会' },
  pages: [
    {
      key: 'catalogue',
      url: 'http://www.ldqxhb.com/newshow.aspx?mid=165&id=543',
      file: 'bundled/catalogue-2017.csv',
    },
  ],
  gates: ['restricted-technology'],
  asOf: '2017-02-21',
  rights: officialPublication('国卫办医发〔2017〕7号，2022年4月20日废止'),
  expect: { rows: { min: 15, max: 15 }, fill: { seq: 1, name_zh: 1 }, unique: ['seq'] },
  notes: {
    en: 'Fifteen technologies, from 2017-02-21 until the catalogue of 2022 repealed the notice on 2022-04-20. For questions about those years only.',
    zh: '十五项技术，自2017年2月21日起，至2022年4月20日被2022年版目录废止。仅用于该期间的问题。',
  },
};
