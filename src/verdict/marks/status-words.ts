import type { Bilingual, Language } from '../../../schema/base.ts';

/** Status words as a reader meets them inside a sentence. */
const known: Readonly<Record<string, Bilingual>> = {
  suspended: { en: 'suspended', zh: '暂停' },
  withdrawn: { en: 'withdrawn', zh: '退出' },
  revoked: { en: 'revoked', zh: '撤销' },
  cancelled: { en: 'cancelled', zh: '注销' },
  accredited: { en: 'accredited', zh: '通过认证' },
  reaccredited: { en: 're-accredited', zh: '通过复评' },
  certified: { en: 'certified', zh: '获得认证' },
  achieved: { en: 'achieved', zh: '达到' },
  claimed: { en: 'stated', zh: '自述' },
  applicant: { en: 'named as an applicant', zh: '申请' },
};

/** The word for a status; an unknown one is shown as it is. */
export const statusWord = (status: string, lang: Language): string => known[status]?.[lang] ?? status;
