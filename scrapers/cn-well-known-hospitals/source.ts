import type { DescriptorInput } from '../../schema/source.ts';
import { bundledFacts } from '../presets/bundled-facts.ts';

export const source: DescriptorInput = {
  ...bundledFacts,
  id: 'cn-well-known-hospitals',
  title: { en: 'Names of well-known hospitals', zh: '知名医院名称录' },
  authority: { en: 'the maintainers of Licet (no authority)', zh: 'Licet 维护者（非官方）' },
  pages: [
    {
      key: 'names',
      url: 'https://github.com/pppfff/cn-hospital-aliases',
      file: 'bundled/names-2026-11-30.csv',
    },
  ],
  evidenceKind: 'directory',
  gates: [],
  absenceNote: {
    en: 'A choice of hospitals that people ask about. Absence says nothing.',
    zh: '仅收录常被问及的部分医院；未列入不说明任何问题。',
  },
  asOf: '2026-11-30',
  freshnessDays: 365,
  agesBy: 'report',
  rights: {
    licence:
      'facts, each with its own address and, where it has one, its licence (CC0-1.0, CC-BY-4.0, MIT, Apache-2.0)',
    attribution:
      'Each name at the address cited beside it; cn-hospital-aliases contributors (pppfff/cn-hospital-aliases @c13e3b2, CC-BY-4.0); ROR (CC0-1.0); Luoyun, 46319943/3AHospital (Apache-2.0); ror-community/affiliation-matching-experimental, Xremold/HaodfSpider, hhui64/wuhan2020map (MIT)',
    redistribute: 'bytes',
  },
  expect: {
    rows: { min: 316, max: 2000 },
    fill: { name: 1, province: 1 },
    unique: ['name'],
    canary: { column: 'name', value: '中国医学科学院北京协和医院' },
  },
  notes: {
    en: 'A name with an address is a fact and is cited by it. A name without one is known to the maintainers and was read at no address that may be cited: it helps finding, is evidence of nothing and no title while there is another. "Not the same as" is the maintainers’ word too: such two are never joined.',
    zh: '附网址的名称为有据事实；未附网址的名称仅为维护者所知，只用于查找，不作任何证据，另有名称时不作标题。“并非同一机构”亦为维护者所注，此类机构绝不合并。',
  },
};
