import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-shanghai-english-facilities',
  title: {
    en: 'Medical facilities in Shanghai, public and foreign-funded (English portal)',
    zh: '上海市医疗机构（英文门户，含外资）',
  },
  authority: { en: 'Shanghai Municipal Government (English portal)', zh: '上海市人民政府（英文门户）' },
  pages: [
    {
      key: 'list',
      url: 'https://english.shanghai.gov.cn/en-Individuals-Healthcare-Medicalservices/20260805/5559ba9c9e474362b4237f5073c1331b.html',
    },
  ],
  format: 'html',
  gates: [],
  coversOnly: { province: '上海市', city: '上海市' },
  freshnessDays: 365,
  agesBy: 'report',
  cadence: '50 4 * * 1',
  rights: unreviewedFacts('Shanghai Municipal Government (English portal)'),
  expect: { rows: { min: 39, max: 120 }, fill: { HospitalName: 1, Address: 0.95 } },
  checkYourself: {
    url: 'https://english.shanghai.gov.cn/en-Individuals-Healthcare-Medicalservices/20260805/5559ba9c9e474362b4237f5073c1331b.html',
    type: { en: 'Look for the English name of the hospital.', zh: '查找医院英文名称。' },
  },
  notes: {
    en: "49 facilities on 2026-08-13, by English name and address. A choice of the city for visitors, not the licensing authority's list: it says who and where, not what is licensed.",
    zh: '2026年8月13日为49家，列英文名称与地址。系市政府为来访者选列，非发证机关名单：只说明名称与地址，不说明许可。',
  },
};
