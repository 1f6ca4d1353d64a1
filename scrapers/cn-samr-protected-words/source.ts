import type { DescriptorInput } from '../../schema/source.ts';
import { lawText } from '../presets/bundled-facts.ts';
import { officialPublication } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...lawText,
  id: 'cn-samr-protected-words',
  title: { en: 'Protected words in names of hospitals', zh: '受保护的知名医院字号' },
  authority: { en: 'State Administration for Market Regulation', zh: '国家市场监督管理总局' },
  pages: [
    {
      key: 'notice',
      url: 'http://www.nbd.com.cn/articles/2020-05-30/1440533.html',
      file: 'bundled/words-2020.csv',
    },
  ],
  gates: [],
  absenceNote: {
    en: 'The notice names seven words; other famous words are not protected by it.',
    zh: '通知只列七个字号，其他知名字号不在其内。',
  },
  asOf: '2020-05-29',
  rights: officialPublication('市监注〔2020〕55号，2020年5月29日'),
  expect: { rows: { min: 7, max: 7 }, fill: { word_zh: 1, pinyin: 1 }, unique: ['word_zh'] },
  notes: {
    en: 'The seven words of the notice. Carrying such a word proves nothing either way.',
    zh: '通知所列七个字号。名称中含有这些字并不说明真伪。',
  },
};
