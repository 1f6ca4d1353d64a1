import type { DescriptorInput } from '../../schema/source.ts';
import { lechengList } from '../presets/lecheng.ts';

export const source: DescriptorInput = {
  ...lechengList,
  id: 'cn-lecheng-zone-projects',
  title: {
    en: 'Projects permitted in the Boao Lecheng pilot zone',
    zh: '博鳌乐城先行区生物医学新技术转化应用项目',
  },
  expect: { rows: { min: 10, max: 2000 }, fill: { 机构名称: 1 }, maxDrop: 0.1 },
  notes: {
    en: 'The same project stands differently from hospital to hospital: 已开展 at one, 附条件审批、暂未开展 at another; both words are kept apart. The official address of the list is not established, so nothing is fetched until an operator enters it.',
    zh: '同一项目在不同医院状态不同：已开展，或附条件审批、暂未开展，须予区分。名单官方网址尚未核实，运营方填入前不自动读取。',
  },
};
