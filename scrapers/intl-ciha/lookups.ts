import type { CredentialStatus } from '../../schema/credential.ts';
import type { EvidenceKind } from '../../schema/source.ts';

/** Status as noted → ours. An applicant is an applicant. */
export const states: Readonly<Record<string, CredentialStatus>> = {
  first_batch_applicant: 'applicant',
  accredited: 'accredited',
};

/** Who says it. */
export const voices: Readonly<Record<string, EvidenceKind>> = {
  'caivd-org.cn': 'press',
  'www2.hkej.com': 'press',
  'metroradio.com.hk': 'press',
  'www.szgm.gov.cn': 'press',
};
