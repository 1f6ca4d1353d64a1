import type { Credential, CredentialStatus } from '../../schema/credential.ts';
import type { EvidenceKind } from '../../schema/source.ts';

/** Scheme as printed → code of the scheme vocabulary. */
export const schemes: Readonly<Record<string, string>> = {
  'HIMSS EMRAM': 'himss',
  'DNV International Healthcare Accreditation': 'dnv',
  KTQ: 'ktq',
  ACHS: 'achsi',
  'ACHS International': 'achsi',
  'CAP Laboratory Accreditation': 'cap',
  'ISO 9001': 'iso-9001',
  'NHC EMR functional application level': 'nhc-emr',
};

/** Event as noted → ours. A survey without its result, and a report without a certificate, stay claims. */
export const events: Readonly<Record<string, CredentialStatus>> = {
  achieved: 'achieved',
  accredited: 'accredited',
  certified: 'certified',
  resurveyed: 'claimed',
  reported: 'claimed',
  claim_only: 'claimed',
};

/** Who says it. */
export const voices: Readonly<Record<string, EvidenceKind>> = {
  'www.himssanalyticsasia.org': 'issuer-notice',
  'www.achsi.org': 'issuer-notice',
  'www.srrsh-english.com': 'holder-claim',
  'english.tjh.com.cn': 'holder-claim',
  'www.5-cc2019.com': 'holder-claim',
  'ufh.com.cn': 'holder-claim',
  'www.vcbeathealth.com': 'press',
  'www.shine.cn': 'press',
  'library.iso.org': 'press',
};

/** Scope as noted → what part of the institution it covers. */
export const scopes: Readonly<Record<string, Credential['scope']['kind']>> = {
  '': 'institution',
  'whole hospital, acute care': 'institution',
  'INTERNATIONAL DEPARTMENT ONLY': 'department',
  'LABORATORY ONLY (tissue pathology, laboratory medicine, blood bank)': 'laboratory',
};

/** Terms that the rows print: years from the event. */
export const terms: Readonly<Record<string, number>> = {
  'three-year duration per accreditation': 3,
  '4-year period stated, i.e. to about 2019-09': 4,
};

/** Rows that name a part of a hospital → the hospital; the part is in the scope. */
export const wholes: Readonly<Record<string, Readonly<{ zh: string; en: string }>>> = {
  上海交通大学医学院附属仁济医院国际医疗部: { zh: '上海交通大学医学院附属仁济医院', en: 'Renji Hospital' },
  北京和睦家医院检验科: { zh: '北京和睦家医院', en: 'Beijing United Family Hospital' },
};
