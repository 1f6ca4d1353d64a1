import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'cn-cnca-certificates',
  title: { en: 'Certificates of management systems (CNCA)', zh: '认证证书查询' },
  authority: {
    en: 'Certification and Accreditation Administration (CNCA)',
    zh: '国家认证认可监督管理委员会',
  },
  pages: [{ key: 'capture', url: 'https://cx.cnca.cn/CertECloud/result/skipResultList' }],
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
    attribution: '国家认证认可监督管理委员会，全国认证认可信息公共服务平台',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://cx.cnca.cn/CertECloud/result/skipResultList',
    type: {
      en: 'Type the certificate number or the full Chinese name of the holder, pass the captcha, open the certificate.',
      zh: '输入证书编号或获证组织全称，完成验证码，打开证书详情。',
    },
  },
  capture: {
    fields: [
      { column: '获证组织名称', label: { en: 'Holder', zh: '获证组织名称' }, kind: 'text', required: true },
      { column: '省份', label: { en: 'Province', zh: '省份' }, kind: 'text', required: true },
      {
        column: '统一社会信用代码',
        label: { en: 'Unified social credit code', zh: '统一社会信用代码' },
        kind: 'uscc',
        required: false,
      },
      {
        column: '证书编号',
        label: { en: 'Certificate number', zh: '证书编号' },
        kind: 'text',
        required: true,
      },
      { column: '认证依据', label: { en: 'Standard', zh: '认证依据' }, kind: 'text', required: true },
      { column: '认证范围', label: { en: 'Scope', zh: '认证范围' }, kind: 'text', required: false },
      {
        column: '发证机构',
        label: { en: 'Certification body', zh: '发证机构' },
        kind: 'text',
        required: false,
      },
      { column: '证书状态', label: { en: 'Status', zh: '证书状态' }, kind: 'text', required: true },
      { column: '颁证日期', label: { en: 'Issued', zh: '颁证日期' }, kind: 'date', required: false },
      { column: '到期日期', label: { en: 'Expires', zh: '到期日期' }, kind: 'date', required: false },
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
    en: 'A certificate counts with its number, its holder and its scope together. ISO 9001 says that an organisation manages its quality; it is not a licence to treat.',
    zh: '须证书编号、获证组织与认证范围同时相符。ISO 9001说明组织的质量管理，不是诊疗许可。',
  },
};
