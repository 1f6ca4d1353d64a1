import type { CredentialStatus } from '../../schema/credential.ts';

/** 校验结论 as printed → what it makes of the licence. */
export const results: Readonly<Record<string, CredentialStatus>> = {
  合格: 'active',
  校验合格: 'active',
  通过: 'active',
  予以校验: 'active',
  暂缓校验: 'deferred',
  暂缓: 'deferred',
  注销: 'cancelled',
  予以注销: 'cancelled',
  注销登记: 'cancelled',
};
