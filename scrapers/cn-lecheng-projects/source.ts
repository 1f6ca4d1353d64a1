import type { DescriptorInput } from '../../schema/source.ts';
import { lechengReport } from '../presets/lecheng.ts';

export const source: DescriptorInput = {
  ...lechengReport,
  id: 'cn-lecheng-projects',
  title: { en: 'Reported technologies of the Boao Lecheng zone', zh: '博鳌乐城先行区技术项目（据报道）' },
  pages: [
    { key: 'projects', url: 'http://media.drugdu.com/?p=2017140204643491840', file: 'bundled/projects.csv' },
  ],
  expect: { rows: { min: 8, max: 24 }, fill: { project: 1, status: 1, source_url: 1 } },
  notes: {
    en: 'Eight of about twenty projects. A permit holds for one project at one institution inside the zone, and nowhere else.',
    zh: '约二十个项目中的八个。许可只对先行区内某一机构的某一项目有效。',
  },
};
