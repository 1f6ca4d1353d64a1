import { lookNotes } from '../../schema/lexicon/source-notes.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { licensedInCity } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...licensedInCity,
  id: 'cn-tianjin-institutions',
  title: {
    en: 'Registered medical institutions of Tianjin (open data)',
    zh: '天津市医疗机构执业登记信息（开放数据）',
  },
  authority: { en: 'Tianjin Health Commission', zh: '天津市卫生健康委员会' },
  pages: [
    {
      key: 'list',
      url: 'https://open.data.tj.gov.cn/sjj/8e3f7e670ea9492dbc480e2c68683ce5.htm',
      follow: [{ link: '\\.xlsx?($|\\?)' }],
    },
  ],
  format: 'xlsx',
  gates: ['practice-licence'],
  coversOnly: { province: '天津市' },
  freshnessDays: 365,
  agesBy: 'presupposes',
  cadence: null,
  rights: unreviewedFacts('天津市卫生健康委员会'),
  expect: { rows: { min: 28, max: 200 }, fill: { 机构名称: 1, 地址: 0.95 } },
  checkYourself: {
    url: 'https://open.data.tj.gov.cn/sjj/8e3f7e670ea9492dbc480e2c68683ce5.htm',
    type: lookNotes.newestList,
  },
  notes: {
    en: '36 rows when seen, of unknown coverage; the download may want a login, so nothing is fetched until an operator has looked. Each row has its day of approval, but the file has no date of its own: rows without one stay too old to decide.',
    zh: '所见为36行，覆盖范围不明；下载可能需要登录，运营方确认前不自动读取。每行有批准时间，文件本身无日期，故不能据以作出结论。',
  },
};
