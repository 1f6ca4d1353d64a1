import { bundledFacts } from './bundled-facts.ts';
import type { CarefulPreset } from './careful-preset.ts';
import { fetchedList } from './fetched-list.ts';
import { citedFacts, unreviewedFacts } from './rights.ts';

/** The zone lies in 琼海市. */
export const lechengZone = { province: '海南省', city: '琼海市' } as const;

/** Names used in the zone → the name the drug-trial register files the same hospital under. */
export const lechengFiledAs: Readonly<Record<string, string>> = {
  瑞金海南医院: '上海交通大学医学院附属瑞金医院海南医院',
};

/** What newspapers report of the Boao Lecheng zone, bundled. */
export const lechengReport = {
  ...bundledFacts,
  authority: {
    en: 'Press about the Boao Lecheng pilot zone',
    zh: '关于博鳌乐城国际医疗旅游先行区的报道',
  },
  evidenceKind: 'press',
  gates: ['lecheng'],
  freshnessDays: 90,
  agesBy: 'report',
  rights: citedFacts(),
} satisfies CarefulPreset;

const administration = {
  en: 'Boao Lecheng International Medical Tourism Pilot Zone',
  zh: '博鳌乐城国际医疗旅游先行区管理局',
};

/** A list of the zone's own administration. Its address is not established, so nothing is fetched until an operator enters it. */
export const lechengList = {
  ...fetchedList,
  authority: administration,
  pages: [{ key: 'list', url: 'https://www.hainan.gov.cn/' }],
  format: 'html',
  gates: ['lecheng'],
  coversOnly: lechengZone,
  freshnessDays: 90,
  agesBy: 'zone',
  cadence: null,
  rights: unreviewedFacts(administration.zh),
  checkYourself: null,
} satisfies CarefulPreset;
