import type { CredentialStatus } from '../../schema/credential.ts';

/** Standard as the interface names it → scheme of the vocabulary. */
export const standards: readonly (readonly [RegExp, string])[] = [
  [/ISO\s*9001/i, 'iso-9001'],
  [/ISO\s*7101/i, 'iso-7101'],
];

/** State of a certificate → ours. A hidden one (a draft) is not known to us. */
export const states: Readonly<Record<string, CredentialStatus>> = {
  active: 'active',
  inactive: 'ended',
  suspended: 'suspended',
  cancelled: 'cancelled',
  withdrawn: 'withdrawn',
  expired: 'expired',
};

/** What stands where the holder lets nobody see a value. */
export const CONFIDENTIAL = /^confidential$/i;
