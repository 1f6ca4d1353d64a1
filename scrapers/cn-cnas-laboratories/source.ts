import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, may, must, province } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'cn-cnas-laboratories',
  title: { en: 'Accredited medical laboratories (CNAS)', zh: '获认可医学实验室查询' },
  authority: {
    en: 'China National Accreditation Service for Conformity Assessment (CNAS)',
    zh: '中国合格评定国家认可委员会',
  },
  pages: [{ key: 'capture', url: 'https://las.cnas.org.cn/LAS/publish/externalQueryL1.jsp' }],
  evidenceKind: 'primary-register',
  gates: ['accreditation'],
  freshnessDays: 365,
  agesBy: 'term',
  rights: readByPerson('中国合格评定国家认可委员会'),
  expect: { rows: { min: 1, max: 10000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://las.cnas.org.cn/LAS/publish/externalQueryL1.jsp',
    type: {
      en: 'Type the registration number (MT …) or the Chinese name, enter the characters of the picture, open the entry.',
      zh: '输入注册编号（MT…）或中文名称及图片验证码，打开条目。',
    },
  },
  capture: captured(
    must('机构名称', { en: 'Name of the laboratory', zh: '机构名称' }),
    must('所属医院', { en: 'Hospital it belongs to', zh: '所属医院' }),
    province,
    must('注册编号', { en: 'Registration number', zh: '注册编号' }),
    must('公布状态', { en: 'Status', zh: '公布状态' }),
    may('有效期自', { en: 'Valid from', zh: '认可有效期自' }, 'date'),
    must('有效期至', { en: 'Valid until', zh: '认可有效期至' }, 'date'),
  ),
  notes: {
    en: 'Accredits a laboratory for the tests it lists, never the hospital.',
    zh: '认可的是实验室所列检验项目，不是医院。',
  },
};
