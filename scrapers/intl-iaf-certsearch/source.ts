import type { DescriptorInput } from '../../schema/source.ts';
import { fetchedList } from '../presets/fetched-list.ts';

export const source: DescriptorInput = {
  ...fetchedList,
  id: 'intl-iaf-certsearch',
  title: {
    en: 'Accredited certificates of management systems (IAF CertSearch)',
    zh: '经认可的管理体系认证证书（IAF CertSearch）',
  },
  authority: {
    en: 'International Accreditation Forum (IAF CertSearch)',
    zh: '国际认可论坛（IAF CertSearch）',
  },
  pages: [{ key: 'company', url: 'https://api.iafcertsearch.org/company/{name}', askFor: 'operator-id' }],
  format: 'json',
  evidenceKind: 'primary-register',
  gates: ['accreditation'],
  absenceNote: {
    en: 'The database is incomplete by its own account. Absence says nothing.',
    zh: '该数据库自述不完整。未列入不说明任何问题。',
  },
  dated: 'when-read',
  accumulates: true,
  freshnessDays: 365,
  agesBy: 'term',
  cadence: '30 6 3 * *',
  rights: {
    licence: "keyed interface; the terms of the operator's own contract apply",
    attribution: 'IAF CertSearch',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 0, max: 10000 }, maxDrop: 1 },
  checkYourself: {
    url: 'https://www.iafcertsearch.org/',
    type: {
      en: 'Search the name of the holder or the certificate number.',
      zh: '按获证组织名称或证书编号查询。',
    },
  },
  key: {
    variable: 'LICET_IAF_KEY',
    header: 'x-http-authorization',
    credits: 30,
    reserve: 10,
    counts: ['data', 'data.certificates'],
    ids: 'LICET_IAF_COMPANIES',
  },
  notes: {
    en: 'Off without a key (LICET_IAF_KEY) and the ids of the companies to ask for (LICET_IAF_COMPANIES: ce_…, from the public search), since the interface documents no search by name that is a plain request. Header and members are those of its published guide (GET /company/{ce_id}); the address of the interface is shown to key holders only and is the one other pages of the guide print. One credit a certificate and one a company, counted from the answers; the second look within 30 days, which is free, is counted too. Management systems only: no laboratories, no hospitals as such. A certificate whose accreditation is not under the mutual recognition (is_accredited_mla) is only a claim.',
    zh: '未设置密钥（LICET_IAF_KEY）及待查组织编号（LICET_IAF_COMPANIES：ce_…，取自公开查询页）时关闭；其公开接口文档中没有可用简单请求按名称检索的方式。请求头与字段以其公开指南（GET /company/{ce_id}）为准；接口地址仅向密钥持有人显示，此处采用指南其他页面所示地址。每份证书、每个组织各计1点，按返回内容计数；30天内的免费复查亦计入。只含管理体系，不含实验室及医院本身。不在互认范围内（is_accredited_mla）的证书仅视为自述。',
  },
};
