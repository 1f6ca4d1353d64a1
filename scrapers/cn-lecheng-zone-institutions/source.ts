import type { DescriptorInput } from '../../schema/source.ts';
import { lechengList } from '../presets/lecheng.ts';

export const source: DescriptorInput = {
  ...lechengList,
  id: 'cn-lecheng-zone-institutions',
  title: { en: 'Institutions of the Boao Lecheng pilot zone', zh: '博鳌乐城先行区医疗机构名单' },
  expect: { rows: { min: 20, max: 2000 }, fill: { 机构名称: 1 }, maxDrop: 0.1 },
  notes: {
    en: '28 institutions were open on 2024-04-16. Standing in the zone is no permit for any product or project. The official address of the list is not established, so nothing is fetched until an operator enters it.',
    zh: '2024年4月16日已开业28家。位于先行区不等于取得任何药械或项目的许可。名单官方网址尚未核实，运营方填入前不自动读取。',
  },
};
