import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, creditCode, may, must, province } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'cn-credit-penalties',
  title: { en: 'Administrative penalties (Credit China)', zh: '行政处罚（信用中国）' },
  authority: { en: 'National Public Credit Information Centre', zh: '国家公共信用信息中心' },
  pages: [{ key: 'capture', url: 'https://www.creditchina.gov.cn/' }],
  evidenceKind: 'official-list',
  gates: ['practice-licence'],
  freshnessDays: 365,
  agesBy: 'decision',
  rights: readByPerson('国家公共信用信息中心，信用中国'),
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://www.creditchina.gov.cn/',
    type: {
      en: 'Search the full Chinese name or the credit code, pass the captcha, open 行政处罚.',
      zh: '输入机构全称或统一社会信用代码，完成验证码，打开“行政处罚”。',
    },
  },
  capture: captured(
    must('行政相对人名称', { en: 'Institution', zh: '行政相对人名称' }),
    province,
    creditCode(),
    must('行政处罚决定书文号', { en: 'Number of the decision', zh: '行政处罚决定书文号' }),
    must('处罚类别', { en: 'Kind of penalty', zh: '处罚类别' }, 'list'),
    must('处罚决定日期', { en: 'Day of the decision', zh: '处罚决定日期' }, 'date'),
    may('处罚内容', { en: 'What was decided', zh: '处罚内容' }),
    may('暂扣或吊销证照名称及编号', { en: 'Licence withheld or revoked', zh: '暂扣或吊销证照名称及编号' }),
    may('违法行为类型', { en: 'Kind of offence', zh: '违法行为类型' }),
    must('处罚机关', { en: 'Authority', zh: '处罚机关' }),
  ),
  notes: {
    en: 'Only a penalty that names the practice licence as withheld or revoked touches the licence; any other is kept as a row and says nothing of it. Penalties of persons are not captured.',
    zh: '只有载明暂扣或吊销《医疗机构执业许可证》的处罚影响许可；其他处罚仅留存，不作此推论。个人处罚不采集。',
  },
};
