import type { CredentialStatus } from '../../schema/credential.ts';

/** 公布状态 as printed → ours. */
export const states: Readonly<Record<string, CredentialStatus>> = {
  有效: 'accredited',
  暂停: 'suspended',
  撤销: 'revoked',
  注销: 'cancelled',
  过期: 'expired',
};
