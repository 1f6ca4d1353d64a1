import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { governmentFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-order818-projects',
  title: {
    en: 'Filed clinical research on new biomedical technology (Order 818)',
    zh: '生物医学新技术临床研究备案项目（国务院令第818号）',
  },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'projects', url: 'https://www.nhc.gov.cn/' }],
  format: 'xlsx',
  gates: ['biomedical-research'],
  absenceNote: {
    en: 'Filings are put out in batches, so a newer one may be missing. Absence says nothing.',
    zh: '备案分批公布，新近备案可能尚未列入。未列入不说明任何问题。',
  },
  presupposesLicence: true,
  freshnessDays: null,
  agesBy: 'filing',
  cadence: null,
  rights: governmentFacts('国家卫生健康委员会，生物医学新技术临床研究备案公示'),
  expect: {
    rows: { min: 40, max: 2000 },
    fill: { 备案号: 1, 项目名称: 1, 临床研究机构: 1 },
    unique: ['备案号'],
    maxDrop: 0.05,
  },
  checkYourself: null,
  notes: {
    en: 'Only grade III-A hospitals may carry out such research (Order 818), so a site holds a practice licence. 59 projects in four batches by 2026-07-22. The official address is not established, so nothing is fetched until an operator enters it. Sponsor and site differ in 17 of 59: only the site is said to hold the filing. A filing covers one project, never paid treatment.',
    zh: '研究机构限三级甲等医疗机构（国务院令第818号），故以执业许可为前提。截至2026年7月22日四批共59项。官方网址尚未核实，运营方填入前不自动读取。59项中17项发起机构与研究机构不同：只认研究机构。备案仅限该项目，不等于可收费治疗。',
  },
};
