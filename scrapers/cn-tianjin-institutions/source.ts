import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
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
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'No single list is complete: other authorities license institutions in the same city, and military hospitals are on none. Absence says nothing.',
    zh: '没有一份名单是完整的：同一城市的机构由不同机关发证，军队医院均不在内。未列入不说明任何问题。',
  },
  coversOnly: { province: '天津市' },
  presupposesLicence: true,
  asOf: null,
  dated: 'printed',
  freshnessDays: 270,
  cadence: null,
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '天津市卫生健康委员会',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 28, max: 200 }, fill: { 机构名称: 1, 地址: 0.95 } },
  confirmedLive: null,
  checkYourself: {
    url: 'https://open.data.tj.gov.cn/sjj/8e3f7e670ea9492dbc480e2c68683ce5.htm',
    type: {
      en: 'Open the newest list and search it for the full Chinese name.',
      zh: '打开最新名单，查找机构全称。',
    },
  },
  notes: {
    en: '36 rows when seen, of unknown coverage; the download may want a login, so nothing is fetched until an operator has looked. Each row has its day of approval, but the file has no date of its own: rows without one stay too old to decide.',
    zh: '所见为36行，覆盖范围不明；下载可能需要登录，运营方确认前不自动读取。每行有批准时间，文件本身无日期，故不能据以作出结论。',
  },
};
