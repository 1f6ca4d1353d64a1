import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-nhc-practitioners',
  title: { en: 'National register of physicians', zh: '医生执业注册信息查询' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'capture', url: 'https://zgcx.nhc.gov.cn/doctor' }],
  format: 'csv',
  how: 'captured',
  evidenceKind: 'primary-register',
  gates: ['practitioner'],
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
    attribution: '国家卫生健康委员会，医生执业注册信息查询',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://zgcx.nhc.gov.cn/doctor',
    type: {
      en: "Choose the province, type the physician's name and the full name of the institution, pass the captcha, press 查询.",
      zh: '选择所在省份，输入医师姓名和所在医疗机构全称，完成验证码后点“查询”。',
    },
  },
  capture: {
    fields: [
      {
        column: '主要执业机构',
        label: { en: 'Main institution of practice', zh: '主要执业机构' },
        kind: 'text',
        required: true,
      },
      { column: '执业级别', label: { en: 'Level', zh: '执业级别' }, kind: 'text', required: false },
      { column: '执业类别', label: { en: 'Category', zh: '执业类别' }, kind: 'text', required: false },
      { column: '执业范围', label: { en: 'Scope', zh: '执业范围' }, kind: 'list', required: false },
      {
        column: '多机构备案',
        label: { en: 'Further institutions on file', zh: '多机构备案' },
        kind: 'list',
        required: false,
      },
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
    en: 'What is read of a physician is kept apart, without name and certificate number, and deleted after its time; no record of the registry comes from here, so name and number are not among the fields. This folder tells where to look and what to type.',
    zh: '医师信息单独保存，不存姓名与证书编码，到期删除；本来源不产生任何登记记录，因此字段中没有姓名和编码。本目录只说明到哪里查询、填写什么。',
  },
};
