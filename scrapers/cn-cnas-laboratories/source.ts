import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-cnas-laboratories',
  title: { en: 'Accredited medical laboratories (CNAS)', zh: '获认可医学实验室查询' },
  authority: {
    en: 'China National Accreditation Service for Conformity Assessment (CNAS)',
    zh: '中国合格评定国家认可委员会',
  },
  pages: [{ key: 'capture', url: 'https://las.cnas.org.cn/LAS/publish/externalQueryL1.jsp' }],
  format: 'csv',
  how: 'captured',
  evidenceKind: 'primary-register',
  gates: ['accreditation'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'Only what somebody looked up is here. Absence says nothing.',
    zh: '只含有人查询过的内容。未列入不说明任何问题。',
  },
  presupposesLicence: false,
  asOf: null,
  accumulates: true,
  freshnessDays: 45,
  cadence: null,
  rights: {
    licence: 'facts read by a person off a public query page',
    attribution: '中国合格评定国家认可委员会',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 10000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://las.cnas.org.cn/LAS/publish/externalQueryL1.jsp',
    type: {
      en: 'Type the registration number (MT …) or the Chinese name, enter the characters of the picture, open the entry.',
      zh: '输入注册编号（MT…）或中文名称及图片验证码，打开条目。',
    },
  },
  capture: {
    fields: [
      {
        column: '机构名称',
        label: { en: 'Name of the laboratory', zh: '机构名称' },
        kind: 'text',
        required: true,
      },
      {
        column: '所属医院',
        label: { en: 'Hospital it belongs to', zh: '所属医院' },
        kind: 'text',
        required: true,
      },
      { column: '省份', label: { en: 'Province', zh: '省份' }, kind: 'text', required: true },
      {
        column: '注册编号',
        label: { en: 'Registration number', zh: '注册编号' },
        kind: 'text',
        required: true,
      },
      { column: '公布状态', label: { en: 'Status', zh: '公布状态' }, kind: 'text', required: true },
      { column: '有效期自', label: { en: 'Valid from', zh: '认可有效期自' }, kind: 'date', required: false },
      { column: '有效期至', label: { en: 'Valid until', zh: '认可有效期至' }, kind: 'date', required: true },
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
    en: 'Accredits a laboratory for the tests it lists, never the hospital.',
    zh: '认可的是实验室所列检验项目，不是医院。',
  },
};
