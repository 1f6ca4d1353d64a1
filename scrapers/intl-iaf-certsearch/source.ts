import type { DescriptorInput } from '../../schema/source.ts';

export const source: DescriptorInput = {
  id: 'intl-iaf-certsearch',
  title: {
    en: 'Accredited certificates of management systems (IAF CertSearch)',
    zh: '经认可的管理体系认证证书（IAF CertSearch）',
  },
  authority: {
    en: 'International Accreditation Forum (IAF CertSearch)',
    zh: '国际认可论坛（IAF CertSearch）',
  },
  pages: [
    { key: 'company', url: 'https://api.iafcertsearch.org/company/{name}', askFor: 'institution-name-en' },
  ],
  format: 'json',
  how: 'fetched',
  evidenceKind: 'primary-register',
  gates: ['accreditation'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: {
    en: 'The database is incomplete by its own account. Absence says nothing.',
    zh: '该数据库自述不完整。未列入不说明任何问题。',
  },
  presupposesLicence: false,
  asOf: null,
  dated: 'when-read',
  accumulates: true,
  freshnessDays: 45,
  cadence: '30 6 3 * *',
  rights: {
    licence: "keyed interface; the terms of the operator's own contract apply",
    attribution: 'IAF CertSearch',
    redistribute: 'metadata',
  },
  expect: { rows: { min: 0, max: 10000 }, maxDrop: 1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://www.iafcertsearch.org/',
    type: {
      en: 'Search the name of the holder or the certificate number.',
      zh: '按获证组织名称或证书编号查询。',
    },
  },
  key: { variable: 'LICET_IAF_KEY', header: 'x-http-authorization', credits: 30 },
  notes: {
    en: 'Off without a key. One credit a certificate and one an entity, asked again free within 30 days. Management systems only: no laboratories, no hospitals as such. A certificate whose accreditation is not under the mutual recognition (is_accredited_mla) is only a claim.',
    zh: '无密钥即关闭。每份证书、每个组织各计1点，30天内复查免费。只含管理体系，不含实验室及医院本身。不在互认范围内（is_accredited_mla）的证书仅视为自述。',
  },
};
