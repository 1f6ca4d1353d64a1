import type { Day } from '../../../schema/base.ts';
import type { KeyTerms, PartnerKeyStore } from '../../store/service/partner-keys.ts';
import { tokenKind } from '../tokens.ts';

/** Partners' keys. */
export const partnerToken = tokenKind('licet_', ['licet_op_']);

/** What a key allows where nobody said otherwise: questions and domains, without an end. */
const PLAIN_TERMS: KeyTerms = { scopes: ['read', 'badge'], perMinute: null, expiresAt: null };

/** Puts a partner on file and gives its key: the only time it is seen. Null when the name is on file. */
export const addPartnerKey = async (
  keys: Pick<PartnerKeyStore, 'add'>,
  partner: string,
  today: Day,
  terms: KeyTerms = PLAIN_TERMS,
): Promise<string | null> => {
  const { token, tokenHash } = partnerToken.make();
  return (await keys.add({ ...terms, partner, keyHash: tokenHash, since: today })) ? token : null;
};

/** When a key was rotated, and until when the ones before it go on. */
type Overlap = Readonly<{ today: Day; at: string; oldUntil: string }>;

/** Gives a partner another key beside the ones it has, which end at `oldUntil`. Null when the name is not on file. */
export const rotatePartnerKey = async (
  keys: Pick<PartnerKeyStore, 'rotate'>,
  partner: string,
  { today, at, oldUntil }: Overlap,
  terms: KeyTerms,
): Promise<string | null> => {
  const { token, tokenHash } = partnerToken.make();
  const key = { ...terms, partner, keyHash: tokenHash, since: today };
  return (await keys.rotate(key, at, oldUntil)) ? token : null;
};
