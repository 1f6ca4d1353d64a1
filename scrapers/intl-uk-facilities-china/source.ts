import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'intl-uk-facilities-china',
  title: {
    en: 'Medical facilities in China, list for British nationals',
    zh: '英国政府公布的在华医疗机构名单',
  },
  authority: {
    en: 'Foreign, Commonwealth and Development Office, United Kingdom',
    zh: '英国外交、联邦与发展部',
  },
  pages: [
    {
      key: 'list',
      url: 'https://www.gov.uk/government/publications/list-of-hospitals-in-china/list-of-medical-facilities-in-china',
    },
  ],
  format: 'html',
  evidenceKind: 'foreign-government-list',
  gates: [],
  freshnessDays: 365,
  agesBy: 'report',
  cadence: '20 6 2 * *',
  rights: {
    licence: 'Open Government Licence v3.0',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0: FCDO, List of medical facilities in China',
    redistribute: 'rows',
  },
  expect: { rows: { min: 40, max: 1000 }, fill: { name: 1 }, maxDrop: 0.3 },
  checkYourself: {
    url: 'https://www.gov.uk/government/publications/list-of-hospitals-in-china/list-of-medical-facilities-in-china',
    type: { en: 'Look under the province for the hospital.', zh: '在所在省份下查找该医院。' },
  },
  notes: {
    en: 'Who and where, in two languages, for citizens abroad; the list says itself that it endorses nobody. It never decides anything. Telephone numbers and mail addresses are dropped. A hospital is a heading with its English and Chinese name under the heading of its place.',
    zh: '为海外公民提供的中英文名称与地址，名单本身声明不作推荐；不据以作出任何结论。电话与邮箱不保存。机构为地区标题之下、含中英文名称的标题。',
  },
};
