import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { licenseesOf } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...licenseesOf,
  id: 'cn-changshu-institutions',
  title: { en: 'Public and private medical institutions of Changshu', zh: '常熟市公立、民营医疗机构名录' },
  authority: { en: 'Changshu Health Commission', zh: '常熟市卫生健康委员会' },
  pages: [
    {
      key: 'public',
      url: 'https://www.suzhou.gov.cn/szsrmzf/yljgmdml/202603/020cbba9e2df4d21ab52bc43bdcefcaa.shtml',
      follow: [{ link: '公立' }],
    },
    {
      key: 'private',
      url: 'https://www.suzhou.gov.cn/szsrmzf/yljgmdml/202603/020cbba9e2df4d21ab52bc43bdcefcaa.shtml',
      follow: [{ link: '民营' }],
    },
  ],
  format: 'xlsx',
  gates: ['practice-licence'],
  coversOnly: { province: '江苏省', city: '苏州市' },
  cadence: '10 4 1 * *',
  rights: unreviewedFacts('常熟市卫生健康委员会'),
  expect: {
    rows: { min: 470, max: 1200 },
    fill: { 机构名称: 1, 登记号: 0.6, 机构地址: 0.95 },
    unique: ['登记号'],
    losses: 'second-look',
  },
  checkYourself: {
    url: 'https://www.suzhou.gov.cn/szsrmzf/yljgmdml/202603/020cbba9e2df4d21ab52bc43bdcefcaa.shtml',
    type: lookNotes.newestList,
  },
  notes: {
    en: 'Two files, 226 public and 363 private institutions on 2026-03-04; a yearly list of one county city, so institutions elsewhere in Suzhou are not on it.',
    zh: '两个文件，2026年3月4日公立226家、民营363家；为县级市年度名录，苏州其他地区不在内。',
  },
};
