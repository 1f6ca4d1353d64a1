import { createHash, randomBytes } from 'node:crypto';
import type { Day } from '../../../schema/base.ts';
import type { PartnerKeyStore } from '../../store/service/partner-keys.ts';
import { bearerToken } from '../bearer.ts';

const KEY = /^licet_[\w-]{43}$/;

/**
 * A key has 256 random bits, so a plain SHA-256 of it cannot be guessed back; slow hashes are for passwords people choose.
 * For the same reason it may be looked up by its hash: the time that takes says nothing a guess could be mended by.
 */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Puts a partner on file and gives its key: the only time it is seen. Null when the partner has one already and `anew` is
 * false; with `anew` the old key is worth nothing from then on.
 */
export const addPartnerKey = async (
  keys: PartnerKeyStore,
  partner: string,
  today: Day,
  anew = false,
): Promise<string | null> => {
  const key = `licet_${randomBytes(32).toString('base64url')}`;
  return (await keys.keep({ partner, keyHash: hashOf(key), since: today }, anew)) ? key : null;
};

/** Whose key an `Authorization` header holds; null for none of ours. */
export const whosePartnerKey = async (
  keys: Pick<PartnerKeyStore, 'whose'>,
  authorization: string | undefined,
): Promise<string | null> => {
  const key = bearerToken(authorization);
  return key === null || !KEY.test(key) ? null : keys.whose(hashOf(key));
};
