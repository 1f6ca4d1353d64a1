import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-credit-penalties',
  title: { en: 'Administrative penalties (Credit China)', zh: '行政处罚（信用中国）' },
  authority: { en: 'National Public Credit Information Centre', zh: '国家公共信用信息中心' },
  pages: [{ key: 'capture', url: 'https://www.creditchina.gov.cn/' }],
  format: 'csv',
  how: 'captured',
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'Only what somebody looked up is here. Absence says nothing.',
    zh: '只含有人查询过的内容。未列入不说明任何问题。',
  },
  presupposesLicence: false,
  asOf: null,
  accumulates: true,
  freshnessDays: 365,
  cadence: null,
  rights: {
    licence: 'facts read by a person off a public query page',
    attribution: '国家公共信用信息中心，信用中国',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.creditchina.gov.cn/',
    type: {
      en: 'Search the full Chinese name or the credit code, pass the captcha, open 行政处罚.',
      zh: '输入机构全称或统一社会信用代码，完成验证码，打开“行政处罚”。',
    },
  },
  capture: {
    fields: [
      {
        column: '行政相对人名称',
        label: { en: 'Institution', zh: '行政相对人名称' },
        kind: 'text',
        required: true,
      },
      { column: '省份', label: { en: 'Province', zh: '省份' }, kind: 'text', required: true },
      {
        column: '统一社会信用代码',
        label: { en: 'Unified social credit code', zh: '统一社会信用代码' },
        kind: 'uscc',
        required: false,
      },
      {
        column: '行政处罚决定书文号',
        label: { en: 'Number of the decision', zh: '行政处罚决定书文号' },
        kind: 'text',
        required: true,
      },
      { column: '处罚类别', label: { en: 'Kind of penalty', zh: '处罚类别' }, kind: 'list', required: true },
      {
        column: '处罚决定日期',
        label: { en: 'Day of the decision', zh: '处罚决定日期' },
        kind: 'date',
        required: true,
      },
      {
        column: '处罚内容',
        label: { en: 'What was decided', zh: '处罚内容' },
        kind: 'text',
        required: false,
      },
      {
        column: '暂扣或吊销证照名称及编号',
        label: { en: 'Licence withheld or revoked', zh: '暂扣或吊销证照名称及编号' },
        kind: 'text',
        required: false,
      },
      {
        column: '违法行为类型',
        label: { en: 'Kind of offence', zh: '违法行为类型' },
        kind: 'text',
        required: false,
      },
      { column: '处罚机关', label: { en: 'Authority', zh: '处罚机关' }, kind: 'text', required: true },
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
    en: 'Only a penalty that names the practice licence as withheld or revoked touches the licence; any other is kept as a row and says nothing of it. Penalties of persons are not captured.',
    zh: '只有载明暂扣或吊销《医疗机构执业许可证》的处罚影响许可；其他处罚仅留存，不作此推论。个人处罚不采集。',
  },
};
