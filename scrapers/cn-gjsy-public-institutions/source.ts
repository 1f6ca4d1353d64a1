import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';
import { governmentFacts } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'cn-gjsy-public-institutions',
  title: { en: 'Register of public institutions (search by name)', zh: '事业单位法人登记（按名称查询）' },
  authority: {
    en: 'State Administration for the Registration of Public Institutions',
    zh: '国家事业单位登记管理局',
  },
  pages: [
    {
      key: 'search',
      url: 'http://search.gjsy.gov.cn:9090/queryAll/search?districtCode=100000&sydwName={name}',
      askFor: 'institution-name',
    },
  ],
  format: 'html',
  plainHttp: true,
  gates: [],
  absenceNote: {
    en: 'Only public institutions are on this register: private and military hospitals are not. Absence says nothing.',
    zh: '本登记只含事业单位，民营和军队医院不在内。未列入不说明任何问题。',
  },
  dated: 'when-read',
  accumulates: true,
  freshnessDays: 365,
  agesBy: 'report',
  cadence: '0 22 * * 6',
  rights: governmentFacts('国家事业单位登记管理局，事业单位在线'),
  expect: { rows: { min: 1, max: 100000 }, fill: { 名称: 1, 统一社会信用代码: 0.98 }, maxDrop: 1 },
  checkYourself: {
    url: 'http://search.gjsy.gov.cn/',
    type: {
      en: 'Type the full Chinese name and compare the credit code and the term of validity.',
      zh: '输入机构全称，核对统一社会信用代码与有效期。',
    },
  },
  notes: {
    en: 'Shows that a public hospital exists as a legal person, its credit code and the term of its certificate; it is no practice licence. Plain HTTP is all the authority offers; the name asked for is Chinese or alphanumeric, 1 to 20 characters. The name of the legal representative is dropped.',
    zh: '证明公立医院的事业单位法人资格、统一社会信用代码与证书有效期，不是执业许可证。该系统只提供HTTP；查询名称为1至20个汉字或字母数字。法定代表人不保存。',
  },
};
