import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { unreviewedFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-restricted-filings',
  title: {
    en: 'Filings of restricted technologies published by provinces',
    zh: '各省公布的限制类医疗技术临床应用备案',
  },
  authority: { en: 'Provincial health commissions', zh: '各省级卫生健康委员会' },
  pages: [{ key: 'hainan', url: 'https://wst.hainan.gov.cn/' }],
  format: 'html',
  gates: ['restricted-technology'],
  absenceNote: {
    en: 'A filing is due 15 working days after the first case and is published later still, if at all. Absence says nothing.',
    zh: '备案在首例后15个工作日内办理，公布更晚，也可能不公布。未列入不说明任何问题。',
  },
  presupposesLicence: true,
  freshnessDays: null,
  agesBy: 'filing',
  cadence: null,
  rights: unreviewedFacts('各省级卫生健康委员会'),
  expect: { rows: { min: 1, max: 20000 }, maxDrop: 0.2 },
  checkYourself: null,
  notes: {
    en: 'A filing is made with the authority that issued the practice licence (医疗技术临床应用管理办法 2018, art. 11). A province is added by one more page, its key the English name of the province (`hainan`, `inner-mongolia`): HTML, .xlsx, .xls or PDF with text, headings by synonym. No published sample is known yet, so nothing is fetched until an operator enters an address. The technical lead is a physician and is dropped.',
    zh: '备案向核发执业许可证的机关办理（《医疗技术临床应用管理办法》2018年第十一条）。增加一个省只需在此增加一页，页名用该省英文名（如hainan、inner-mongolia）；支持网页、xlsx、xls及有文字的PDF，表头按同义词识别。尚无已知公布样例，运营方填入网址前不自动读取。技术负责人为医师，不保存。',
  },
};
