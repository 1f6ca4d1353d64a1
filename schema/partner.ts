import { z } from 'zod';

/** What a partner's key may be used for: questions under its own quota, lists, watches, and domains for badges. */
export const partnerScopes = ['read', 'batch', 'watch', 'badge'] as const;
export const partnerScope = z.enum(partnerScopes);
export type PartnerScope = z.infer<typeof partnerScope>;
