import type { DescriptorInput } from '../../schema/source.ts';
import { captured, capturedRegister, creditCode, may, must, province } from '../presets/captured-register.ts';
import { readByPerson } from '../presets/rights.ts';

export const source: DescriptorInput = {
  ...capturedRegister,
  id: 'cn-cnca-certificates',
  title: { en: 'Certificates of management systems (CNCA)', zh: '认证证书查询' },
  authority: {
    en: 'Certification and Accreditation Administration (CNCA)',
    zh: '国家认证认可监督管理委员会',
  },
  pages: [{ key: 'capture', url: 'https://cx.cnca.cn/CertECloud/result/skipResultList' }],
  evidenceKind: 'primary-register',
  gates: ['accreditation'],
  freshnessDays: 365,
  agesBy: 'term',
  rights: readByPerson('国家认证认可监督管理委员会，全国认证认可信息公共服务平台'),
  expect: { rows: { min: 1, max: 100000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://cx.cnca.cn/CertECloud/result/skipResultList',
    type: {
      en: 'Type the certificate number or the full Chinese name of the holder, pass the captcha, open the certificate.',
      zh: '输入证书编号或获证组织全称，完成验证码，打开证书详情。',
    },
  },
  capture: captured(
    must('获证组织名称', { en: 'Holder', zh: '获证组织名称' }),
    province,
    creditCode(),
    must('证书编号', { en: 'Certificate number', zh: '证书编号' }),
    must('认证依据', { en: 'Standard', zh: '认证依据' }),
    may('认证范围', { en: 'Scope', zh: '认证范围' }),
    may('发证机构', { en: 'Certification body', zh: '发证机构' }),
    must('证书状态', { en: 'Status', zh: '证书状态' }),
    may('颁证日期', { en: 'Issued', zh: '颁证日期' }, 'date'),
    may('到期日期', { en: 'Expires', zh: '到期日期' }, 'date'),
  ),
  notes: {
    en: 'A certificate counts with its number, its holder and its scope together. ISO 9001 says that an organisation manages its quality; it is not a licence to treat.',
    zh: '须证书编号、获证组织与认证范围同时相符。ISO 9001说明组织的质量管理，不是诊疗许可。',
  },
};
