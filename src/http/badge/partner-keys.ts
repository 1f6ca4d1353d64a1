import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../../../schema/base.ts';
import { holdFile } from './held-file.ts';
import { readJson, writeJson } from './write-json.ts';

/** A partner: its name and the hash of its key. The key itself is shown once and kept nowhere. */
const partnerRow = z.object({
  name: z.string(),
  keyHash: z.string().regex(/^[0-9a-f]{64}$/),
  since: z.iso.date(),
});
type Partner = Readonly<z.infer<typeof partnerRow>>;
const partnerFile = z.object({ partners: z.array(partnerRow) });

const FILE = 'badge-partners.json';
const KEY = /^Bearer (licet_[\w-]{43})$/;

/** A key has 256 random bits, so a plain SHA-256 of it cannot be guessed back; slow hashes are for passwords people choose. */
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

const readPartners = async (dir: string): Promise<readonly Partner[]> => {
  const kept = await readJson(dir, FILE);
  return kept === null ? [] : partnerFile.parse(kept).partners;
};

/**
 * Puts a partner on file and gives its key: the only time it is seen. Null when the partner has one already and `anew` is
 * false; with `anew` the old key is worth nothing from then on.
 */
export const addPartnerKey = async (
  dir: string,
  name: string,
  today: Day,
  anew = false,
): Promise<string | null> => {
  const partners = await readPartners(dir);
  if (!anew && partners.some((one) => one.name === name)) return null;
  const key = `licet_${randomBytes(32).toString('base64url')}`;
  const row = { name, keyHash: hashOf(key).toString('hex'), since: today };
  await writeJson(dir, FILE, { partners: [...partners.filter((one) => one.name !== name), row] });
  return key;
};

export type Partners = Readonly<{
  /** Whose key an `Authorization` header holds; null for none of ours. */
  whose(authorization: string | undefined): Promise<string | null>;
}>;

/** The partners of the data folder, read again when the file changes. */
export const openPartners = (dir: string, clock: () => Date): Partners => {
  const load = holdFile(join(dir, FILE), clock, () => readPartners(dir));
  const whose: Partners['whose'] = async (authorization = '') => {
    const key = KEY.exec(authorization)?.[1];
    if (key === undefined) return null;
    const hash = hashOf(key);
    const found = (await load()).find(({ keyHash }) => timingSafeEqual(Buffer.from(keyHash, 'hex'), hash));
    return found?.name ?? null;
  };
  return { whose };
};
