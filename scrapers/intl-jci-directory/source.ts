import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, may, must } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'intl-jci-directory',
  title: { en: 'Directory of JCI-accredited organisations', zh: 'JCI认证机构名录' },
  authority: { en: 'Joint Commission International', zh: '国际联合委员会（JCI）' },
  pages: [
    {
      key: 'capture',
      url: 'https://www.jointcommission.org/en/about-us/recognizing-excellence/find-accredited-international-organizations',
    },
  ],
  evidenceKind: 'primary-register',
  gates: ['accreditation'],
  freshnessDays: 365,
  agesBy: 'term',
  rights: readByPerson('Joint Commission International'),
  expect: { rows: { min: 1, max: 5000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://www.jointcommission.org/en/about-us/recognizing-excellence/find-accredited-international-organizations',
    type: {
      en: 'Filter by the country, search the organisation, open its card: programmes and dates.',
      zh: '按国家筛选，查找机构，查看认证项目与日期。',
    },
  },
  capture: captured(
    must('Organization', { en: 'Name of the organisation', zh: '机构英文名称' }),
    may('中文名称', { en: 'Chinese name, if known', zh: '中文名称（如已知）' }),
    must('City', { en: 'City', zh: '城市' }),
    must('Country', { en: 'Country or region', zh: '国家或地区' }),
    must('Program', { en: 'Programme', zh: '认证项目' }),
    may('Effective', { en: 'Effective date', zh: '生效日期' }, 'date'),
    may('Through', { en: 'Through date', zh: '截止日期' }, 'date'),
  ),
  notes: {
    en: "The issuer's own directory stands behind a challenge; a person looks. JCI closed its mainland business in April 2023: a mainland row counts only with a through date of its own. The scope is what the programme says: a laboratory or one disease is not the hospital.",
    zh: '发证方名录有人机验证，由人工查询。JCI已于2023年4月停止在中国内地的业务：内地机构须有页面所示截止日期方为有效。范围以认证项目为准：实验室或单病种不等于全院。',
  },
};
