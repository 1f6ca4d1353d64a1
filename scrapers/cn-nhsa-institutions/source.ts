import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-nhsa-institutions',
  title: {
    en: 'Designated institutions of the medical insurance',
    zh: '定点医疗机构查询（国家医保服务平台）',
  },
  authority: { en: 'National Healthcare Security Administration', zh: '国家医疗保障局' },
  pages: [{ key: 'capture', url: 'https://fuwu.nhsa.gov.cn/nationalHallSt/#/search/medical' }],
  format: 'csv',
  how: 'captured',
  evidenceKind: 'official-list',
  gates: [],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'Only what somebody looked up is here. Absence says nothing.',
    zh: '只含有人查询过的内容。未列入不说明任何问题。',
  },
  presupposesLicence: false,
  asOf: null,
  accumulates: true,
  freshnessDays: 90,
  cadence: null,
  rights: {
    licence: 'facts read by a person off a public query page',
    attribution: '国家医疗保障局，国家医保服务平台',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://fuwu.nhsa.gov.cn/nationalHallSt/#/search/medical',
    type: {
      en: 'Choose the place, type the Chinese name, read code, class, level and credit code.',
      zh: '选择地区，输入机构名称，查看编码、类型、等级与统一社会信用代码。',
    },
  },
  capture: {
    fields: [
      { column: 'medinsName', label: { en: 'Name', zh: '定点医疗机构名称' }, kind: 'text', required: true },
      {
        column: 'medinsCode',
        label: { en: 'Insurance code', zh: '定点医疗机构编码' },
        kind: 'insurance-code',
        required: true,
      },
      {
        column: 'uscc',
        label: { en: 'Unified social credit code', zh: '统一社会信用代码' },
        kind: 'uscc',
        required: false,
      },
      { column: 'medinsTypeName', label: { en: 'Class', zh: '医疗机构类型' }, kind: 'text', required: false },
      { column: 'medinsLvName', label: { en: 'Level', zh: '医疗机构等级' }, kind: 'text', required: false },
      { column: 'addr', label: { en: 'Address', zh: '地址' }, kind: 'text', required: false },
      { column: '省份', label: { en: 'Province', zh: '省份' }, kind: 'text', required: true },
      {
        column: '查看日期',
        label: { en: 'Day you looked (YYYY-MM-DD)', zh: '查看日期（年-月-日）' },
        kind: 'date',
        required: false,
      },
      {
        column: '数据截止日期',
        label: { en: 'Cut-off day the page states', zh: '页面所示数据截止日期' },
        kind: 'date',
        required: false,
      },
    ],
  },
  notes: {
    en: "Who is paid by the public insurance, with codes that join other lists. The interface is sealed against machines, so a person looks. One public copy has class and level in each other's place: a class in the column of the level is refused.",
    zh: '列明医保定点机构及其编码，可与其他名单对应。该接口限制自动访问，由人工查询。已知有副本将类型与等级互换：等级栏出现类型的不予采用。',
  },
};
