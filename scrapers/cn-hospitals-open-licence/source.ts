import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-hospitals-open-licence',
  title: { en: 'Openly licensed directory of hospitals', zh: '开放许可的医院名录' },
  authority: {
    en: 'Compiled from openly licensed public repositories (no authority)',
    zh: '由开放许可的公开资料汇编（非官方）',
  },
  pages: [
    {
      key: 'directory',
      url: 'https://github.com/hhui64/wuhan2020map',
      file: 'bundled/directory-2026-06.csv',
    },
  ],
  evidenceKind: 'directory',
  gates: [],
  absenceNote: {
    en: 'A directory for finding names. Neither presence nor absence says anything about a licence.',
    zh: '仅供查找名称；是否列入均不说明有无许可。',
  },
  freshnessDays: 365,
  agesBy: 'report',
  rights: {
    licence: 'MIT, Apache-2.0, CC0-1.0 (per row, column licence)',
    attribution:
      'hhui64/wuhan2020map @fd2a277 (MIT); Luoyun, https://github.com/46319943/3AHospital @4933e18 (Apache-2.0); ROR (CC0-1.0)',
    redistribute: 'bytes',
  },
  expect: { rows: { min: 7000, max: 9000 }, fill: { name_zh: 1, province: 1, licence: 1, source: 1 } },
  notes: {
    en: 'Identity only: old grades, coordinates and telephone numbers are left out. The source and licence of each row are kept, so that rows can be withdrawn. Directory numbers that joined differently named rows of which neither names the other were left out when the file was made, and so were twelve rows whose province or city contradicts their own address or the place of the only hospital of their name.',
    zh: '仅用于识别机构：旧等级、坐标、电话均未收入。每行保留来源与许可，便于撤回。将互不相称的不同名称机构并在一起的编号已剔除；省市与自身地址或同名唯一医院所在地矛盾的 12 行亦未收入。',
  },
};
