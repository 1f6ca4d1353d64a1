import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-nhc-institutions',
  title: { en: 'National register of medical institutions', zh: '全国医疗机构查询' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'capture', url: 'https://zgcx.nhc.gov.cn/unit' }],
  format: 'csv',
  how: 'captured',
  evidenceKind: 'primary-register',
  gates: ['practice-licence', 'grade'],
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
    attribution: '国家卫生健康委员会，全国医疗机构查询',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://zgcx.nhc.gov.cn/unit',
    type: {
      en: 'Choose the province, type the full Chinese name (at least four characters in a row), pass the captcha, open 详细.',
      zh: '选择所在省份，输入机构全称（至少连续4个字），完成验证码，打开“详细”。',
    },
  },
  capture: {
    fields: [
      {
        column: '机构名称',
        label: { en: 'Name of the institution', zh: '机构名称' },
        kind: 'text',
        required: true,
      },
      {
        column: '登记号',
        label: { en: 'Licence number', zh: '登记号' },
        kind: 'licence-number',
        required: true,
      },
      { column: '省份', label: { en: 'Province', zh: '省份' }, kind: 'text', required: true },
      {
        column: '审批机关',
        label: { en: 'Licensing authority', zh: '审批机关' },
        kind: 'text',
        required: false,
      },
      { column: '地址', label: { en: 'Address', zh: '地址' }, kind: 'text', required: false },
      {
        column: '诊疗科目',
        label: { en: 'Departments licensed', zh: '诊疗科目' },
        kind: 'list',
        required: false,
      },
      { column: '级别', label: { en: 'Level', zh: '级别' }, kind: 'text', required: false },
      {
        column: '有效期起',
        label: { en: 'Licence valid from', zh: '执业许可证有效期起' },
        kind: 'date',
        required: true,
      },
      {
        column: '有效期止',
        label: { en: 'Licence valid until', zh: '执业许可证有效期止' },
        kind: 'date',
        required: true,
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
    en: 'The primary register of practice licences. A captcha and a daily limit per address stand before it, and it is closed from 01:00 to 05:00: a person looks, Licet records. The names of the legal and responsible persons on the page are not typed. 未查询到 is a search without a result, never a no.',
    zh: '执业许可的原始登记。须验证码，每日按IP限次，01:00至05:00关闭：由人工查询，系统记录。页面上的法定代表人、主要负责人不录入。“未查询到”只是一次无结果的查询，不是否定结论。',
  },
};
