import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-lecheng-zone-institutions',
  title: { en: 'Institutions of the Boao Lecheng pilot zone', zh: '博鳌乐城先行区医疗机构名单' },
  authority: {
    en: 'Boao Lecheng International Medical Tourism Pilot Zone',
    zh: '博鳌乐城国际医疗旅游先行区管理局',
  },
  pages: [{ key: 'list', url: 'https://www.hainan.gov.cn/' }],
  format: 'html',
  how: 'fetched',
  evidenceKind: 'official-list',
  gates: ['lecheng'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: { en: 'Absence says nothing.', zh: '未列入不说明任何问题。' },
  coversOnly: { province: '海南省', city: '琼海市' },
  presupposesLicence: false,
  asOf: null,
  dated: 'printed',
  freshnessDays: 90,
  cadence: null,
  rights: {
    licence: 'facts of a government list; the terms of the site are to be reviewed by the operator',
    attribution: '博鳌乐城国际医疗旅游先行区管理局',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 20, max: 2000 }, fill: { 机构名称: 1 }, maxDrop: 0.1 },
  confirmedLive: null,
  checkYourself: null,
  notes: {
    en: '28 institutions were open on 2024-04-16. Standing in the zone is no permit for any product or project. The official address of the list is not established, so nothing is fetched until an operator enters it.',
    zh: '2024年4月16日已开业28家。位于先行区不等于取得任何药械或项目的许可。名单官方网址尚未核实，运营方填入前不自动读取。',
  },
};
