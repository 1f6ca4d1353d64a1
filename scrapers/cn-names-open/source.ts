import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-names-open',
  title: { en: 'Chinese and English names of hospitals', zh: '医院中英文名称对照' },
  authority: {
    en: 'Research Organization Registry and cn-hospital-aliases contributors (no authority)',
    zh: '研究机构注册库（ROR）与 cn-hospital-aliases 贡献者（非官方）',
  },
  pages: [{ key: 'names', url: 'https://ror.org', file: 'bundled/names-2026-06.csv' }],
  evidenceKind: 'directory',
  gates: [],
  absenceNote: {
    en: 'A sample of names for finding institutions. Absence says nothing.',
    zh: '仅为部分名称样本，用于查找机构；未列入不说明任何问题。',
  },
  asOf: '2026-06-23',
  freshnessDays: 365,
  agesBy: 'report',
  rights: {
    licence: 'CC0-1.0 and CC-BY-4.0 (per row, column licence)',
    attribution:
      'ROR (CC0-1.0); cn-hospital-aliases contributors, pppfff/cn-hospital-aliases @c13e3b2 (CC-BY-4.0)',
    redistribute: 'bytes',
  },
  expect: {
    rows: { min: 301, max: 2000 },
    fill: { id: 1, name_zh: 1, name_en: 1, licence: 1 },
    unique: ['id'],
  },
  checkYourself: {
    url: 'https://ror.org',
    type: { en: 'Search the ROR number or the name.', zh: '输入 ROR 编号或名称查询。' },
  },
  notes: {
    en: 'ROR is a good dictionary and a bad locator: a name here never fixes an identity or a place. Five ROR records that mix hospitals are left out.',
    zh: 'ROR 适合查名称，不宜定位：此处名称不单独确定机构身份或地点。五条混淆的 ROR 记录未收入。',
  },
};
