import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'intl-jci-directory',
  title: { en: 'Directory of JCI-accredited organisations', zh: 'JCI认证机构名录' },
  authority: { en: 'Joint Commission International', zh: '国际联合委员会（JCI）' },
  pages: [
    {
      key: 'capture',
      url: 'https://www.jointcommission.org/en/about-us/recognizing-excellence/find-accredited-international-organizations',
    },
  ],
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
    attribution: 'Joint Commission International',
    redistribute: 'rows',
  },
  expect: { rows: { min: 1, max: 5000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.jointcommission.org/en/about-us/recognizing-excellence/find-accredited-international-organizations',
    type: {
      en: 'Filter by the country, search the organisation, open its card: programmes and dates.',
      zh: '按国家筛选，查找机构，查看认证项目与日期。',
    },
  },
  capture: {
    fields: [
      {
        column: 'Organization',
        label: { en: 'Name of the organisation', zh: '机构英文名称' },
        kind: 'text',
        required: true,
      },
      {
        column: '中文名称',
        label: { en: 'Chinese name, if known', zh: '中文名称（如已知）' },
        kind: 'text',
        required: false,
      },
      { column: 'City', label: { en: 'City', zh: '城市' }, kind: 'text', required: true },
      {
        column: 'Country',
        label: { en: 'Country or region', zh: '国家或地区' },
        kind: 'text',
        required: true,
      },
      { column: 'Program', label: { en: 'Programme', zh: '认证项目' }, kind: 'text', required: true },
      { column: 'Effective', label: { en: 'Effective date', zh: '生效日期' }, kind: 'date', required: false },
      { column: 'Through', label: { en: 'Through date', zh: '截止日期' }, kind: 'date', required: false },
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
    en: "The issuer's own directory stands behind a challenge; a person looks. JCI closed its mainland business in April 2023: a mainland row counts only with a through date of its own. The scope is what the programme says: a laboratory or one disease is not the hospital.",
    zh: '发证方名录有人机验证，由人工查询。JCI已于2023年4月停止在中国内地的业务：内地机构须有页面所示截止日期方为有效。范围以认证项目为准：实验室或单病种不等于全院。',
  },
};
