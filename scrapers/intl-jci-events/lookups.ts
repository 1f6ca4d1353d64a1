import type { Credential, CredentialStatus } from '../../schema/credential.ts';
import type { EvidenceKind } from '../../schema/source.ts';

/** Word of the row → what it says. A passed survey and a count are no decision of the issuer, so they stay claims. */
export const events: Readonly<Record<string, CredentialStatus>> = {
  accredited: 'accredited',
  reaccredited: 'reaccredited',
  certified: 'certified',
  survey_passed: 'claimed',
  reported_count: 'claimed',
  claim_only: 'claimed',
  withdrawn_voluntarily: 'withdrawn',
};

/** Who says it: the holder (or its group, university, company), or others. */
export const voices: Readonly<Record<string, EvidenceKind>> = {
  hospital_site: 'holder-claim',
  hospital_group_site: 'holder-claim',
  university_site: 'holder-claim',
  company_news: 'holder-claim',
  press_release: 'holder-claim',
  news: 'press',
  journal_news: 'press',
  encyclopaedia: 'press',
  news_summary_of_prospectus: 'press',
};

/** Scope as noted → what part of the institution it covers. */
export const scopes: Readonly<Record<string, Credential['scope']['kind']>> = {
  '': 'institution',
  'Jiefang campus and Riverside (Binjiang) campus together': 'campus',
  'Wanyuan Road and Fenglin Road campuses': 'campus',
  'south campus only': 'campus',
  'INTERNATIONAL MEDICAL DEPARTMENT ONLY, not the whole hospital': 'department',
  'health check-up centre': 'institution',
  'health check-up centre (two further Beijing iKang centres are not named in the article)': 'institution',
};

/** Rows that name a part of a hospital → the hospital; the part is in the scope. */
export const wholes: Readonly<Record<string, Readonly<{ zh: string; en: string }>>> = {
  '赣州市人民医院(南院区)': { zh: '赣州市人民医院', en: "Ganzhou People's Hospital" },
  中南大学湘雅医院国际医疗部: { zh: '中南大学湘雅医院', en: 'Xiangya Hospital Central South University' },
};

/** English city words that two cities share, as the Chinese names of these rows settle them. */
export const cities: Readonly<Record<string, string>> = { Suzhou: '苏州市' };
