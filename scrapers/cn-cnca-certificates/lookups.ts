import type { CredentialStatus } from '../../schema/credential.ts';

/** Standard as printed → scheme of the vocabulary. */
export const standards: readonly (readonly [RegExp, string])[] = [
  [/(ISO|GB\/T\s*1)\s*9001/iu, 'iso-9001'],
  [/ISO\s*7101/iu, 'iso-7101'],
];

/** 证书状态 as printed (and its code) → ours. */
export const states: Readonly<Record<string, CredentialStatus>> = {
  有效: 'active',
  '01': 'active',
  暂停: 'suspended',
  '02': 'suspended',
  撤销: 'revoked',
  '03': 'revoked',
  注销: 'cancelled',
  '04': 'cancelled',
  过期失效: 'expired',
  '05': 'expired',
};
