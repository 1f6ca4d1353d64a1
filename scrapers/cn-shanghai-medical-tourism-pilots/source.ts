import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-shanghai-medical-tourism-pilots',
  title: { en: 'Shanghai international medical tourism pilots', zh: '上海国际医疗旅游试点机构' },
  authority: { en: 'Shanghai Municipal Health Commission', zh: '上海市卫生健康委员会' },
  pages: [
    {
      key: 'pilots',
      url: 'http://shanghai.gov.cn/nw49248/20200920/15f042adfcdc48e29124235a8e6f7dc2_65528.html',
      file: 'bundled/pilots.csv',
    },
  ],
  evidenceKind: 'official-list',
  gates: ['programme'],
  freshnessDays: 365,
  agesBy: 'report',
  rights: {
    licence: 'facts of a government notice; two rows are dated facts, each cited',
    attribution: '上海市卫生健康委员会2020年8月12日通知；其余各行见所引网址',
    redistribute: 'bytes',
  },
  expect: { rows: { min: 23, max: 69 }, fill: { programme: 1, name_zh: 1, source_url: 1 } },
  notes: {
    en: 'A programme title, never a licence. The twenty private pilots ran until the end of 2022; of the thirteen public pilots of 2023 three names are known.',
    zh: '属项目称号，不是许可。2020年二十家社会办试点期限至2022年底；2023年十三家公立试点中已知三家。',
  },
};
