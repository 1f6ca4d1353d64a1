import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, may, must, province } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'cn-nhc-institutions',
  title: { en: 'National register of medical institutions', zh: '全国医疗机构查询' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'capture', url: 'https://zgcx.nhc.gov.cn/unit' }],
  evidenceKind: 'primary-register',
  gates: ['practice-licence', 'grade'],
  freshnessDays: 365,
  agesBy: 'register',
  rights: readByPerson('国家卫生健康委员会，全国医疗机构查询'),
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://zgcx.nhc.gov.cn/unit',
    type: {
      en: 'Choose the province, type the full Chinese name (at least four characters in a row), pass the captcha, open 详细.',
      zh: '选择所在省份，输入机构全称（至少连续4个字），完成验证码，打开“详细”。',
    },
  },
  capture: captured(
    must('机构名称', { en: 'Name of the institution', zh: '机构名称' }),
    must('登记号', { en: 'Licence number', zh: '登记号' }, 'licence-number'),
    province,
    may('审批机关', { en: 'Licensing authority', zh: '审批机关' }),
    may('地址', { en: 'Address', zh: '地址' }),
    may('诊疗科目', { en: 'Departments licensed', zh: '诊疗科目' }, 'list'),
    may('级别', { en: 'Level', zh: '级别' }),
    must('有效期起', { en: 'Licence valid from', zh: '执业许可证有效期起' }, 'date'),
    must('有效期止', { en: 'Licence valid until', zh: '执业许可证有效期止' }, 'date'),
  ),
  notes: {
    en: 'The primary register of practice licences. A captcha and a daily limit per address stand before it, and it is closed from 01:00 to 05:00: a person looks, Licet records. The names of the legal and responsible persons on the page are not typed. 未查询到 is a search without a result, never a no.',
    zh: '执业许可的原始登记。须验证码，每日按IP限次，01:00至05:00关闭：由人工查询，系统记录。页面上的法定代表人、主要负责人不录入。“未查询到”只是一次无结果的查询，不是否定结论。',
  },
};
