import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, may, must } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'cn-nhc-practitioners',
  title: { en: 'National register of physicians', zh: '医生执业注册信息查询' },
  authority: { en: 'National Health Commission', zh: '国家卫生健康委员会' },
  pages: [{ key: 'capture', url: 'https://zgcx.nhc.gov.cn/doctor' }],
  evidenceKind: 'primary-register',
  gates: ['practitioner'],
  freshnessDays: 90,
  agesBy: 'physician',
  rights: readByPerson('国家卫生健康委员会，医生执业注册信息查询'),
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://zgcx.nhc.gov.cn/doctor',
    type: {
      en: "Choose the province, type the physician's name and the full name of the institution, pass the captcha, press 查询.",
      zh: '选择所在省份，输入医师姓名和所在医疗机构全称，完成验证码后点“查询”。',
    },
  },
  capture: captured(
    must('主要执业机构', { en: 'Main institution of practice', zh: '主要执业机构' }),
    may('执业级别', { en: 'Level', zh: '执业级别' }),
    may('执业类别', { en: 'Category', zh: '执业类别' }),
    may('执业范围', { en: 'Scope', zh: '执业范围' }, 'list'),
    may('多机构备案', { en: 'Further institutions on file', zh: '多机构备案' }, 'list'),
  ),
  notes: {
    en: 'What is read of a physician is kept apart, without name and certificate number, and deleted after its time; no record of the registry comes from here, so name and number are not among the fields. This folder tells where to look and what to type.',
    zh: '医师信息单独保存，不存姓名与证书编码，到期删除；本来源不产生任何登记记录，因此字段中没有姓名和编码。本目录只说明到哪里查询、填写什么。',
  },
};
