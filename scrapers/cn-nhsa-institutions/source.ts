import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, creditCode, may, must, province } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'cn-nhsa-institutions',
  title: {
    en: 'Designated institutions of the medical insurance',
    zh: '定点医疗机构查询（国家医保服务平台）',
  },
  authority: { en: 'National Healthcare Security Administration', zh: '国家医疗保障局' },
  pages: [{ key: 'capture', url: 'https://fuwu.nhsa.gov.cn/nationalHallSt/#/search/medical' }],
  evidenceKind: 'official-list',
  gates: [],
  freshnessDays: 90,
  agesBy: 'report',
  rights: readByPerson('国家医疗保障局，国家医保服务平台'),
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://fuwu.nhsa.gov.cn/nationalHallSt/#/search/medical',
    type: {
      en: 'Choose the place, type the Chinese name, read code, class, level and credit code.',
      zh: '选择地区，输入机构名称，查看编码、类型、等级与统一社会信用代码。',
    },
  },
  capture: captured(
    must('medinsName', { en: 'Name', zh: '定点医疗机构名称' }),
    must('medinsCode', { en: 'Insurance code', zh: '定点医疗机构编码' }, 'insurance-code'),
    creditCode('uscc'),
    may('medinsTypeName', { en: 'Class', zh: '医疗机构类型' }),
    may('medinsLvName', { en: 'Level', zh: '医疗机构等级' }),
    may('addr', { en: 'Address', zh: '地址' }),
    province,
  ),
  notes: {
    en: "Who is paid by the public insurance, with codes that join other lists. The interface is sealed against machines, so a person looks. One public copy has class and level in each other's place: a class in the column of the level is refused.",
    zh: '列明医保定点机构及其编码，可与其他名单对应。该接口限制自动访问，由人工查询。已知有副本将类型与等级互换：等级栏出现类型的不予采用。',
  },
};
