import { z } from 'zod';
import { partnerScope } from '../../../../schema/partner.ts';
import type { NewPartnerKey, PartnerKey, PartnerKeyStore } from '../../service/partner-keys.ts';
import { forgetBatchesOf } from '../batches/batches.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';
import { forgetWatchesOf } from '../watches/watches.ts';

/** The columns of a key as they are given out. */
export const COLUMNS =
  'id, partner, since, scopes, per_minute AS perMinute, expires_at AS expiresAt, revoked_at AS revokedAt';
/** True of a key that is neither revoked nor ended at `:at`. */
export const LIVE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :at)';

export type KeyRow = Omit<PartnerKey, 'scopes'> & Readonly<{ scopes: string }>;

const scopesOf = z.array(partnerScope);
export const keyOf = ({ scopes, ...row }: KeyRow): PartnerKey => ({
  ...row,
  scopes: scopesOf.parse(scopes.split(',')),
});

const isKnown = async (db: Connection, partner: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM partner_key WHERE partner = ?').get(partner)) !== undefined;

const keep = async (db: Connection, { scopes, ...key }: NewPartnerKey): Promise<void> =>
  void (await db
    .prepare(
      `INSERT INTO partner_key (partner, key_hash, since, scopes, per_minute, expires_at)
       VALUES (:partner, :keyHash, :since, :scopes, :perMinute, :expiresAt)`,
    )
    .run({ ...key, scopes: scopes.join(',') }));

const add = async (db: Connection, key: NewPartnerKey): Promise<boolean> => {
  if (await isKnown(db, key.partner)) return false;
  await keep(db, key);
  return true;
};

const rotate = async (db: Connection, key: NewPartnerKey, at: string, oldUntil: string): Promise<boolean> => {
  const { partner } = key;
  if (!(await isKnown(db, partner))) return false;
  await db
    .prepare(
      `UPDATE partner_key SET expires_at = CASE WHEN expires_at < :oldUntil THEN expires_at ELSE :oldUntil END
     WHERE partner = :partner AND ${LIVE}`,
    )
    .run({ partner, at, oldUntil });
  await keep(db, key);
  return true;
};

const remove = async (db: Connection, partner: string): Promise<boolean> => {
  await db
    .prepare('DELETE FROM partner_usage WHERE key IN (SELECT id FROM partner_key WHERE partner = ?)')
    .run(partner);
  const keys = (await db.prepare('DELETE FROM partner_key WHERE partner = ?').run(partner)).changes;
  const sites = (await db.prepare('DELETE FROM partner_site WHERE partner = ?').run(partner)).changes;
  const lists = await forgetBatchesOf(db, partner);
  const watches = await forgetWatchesOf(db, partner);
  return keys + sites + lists + watches > 0;
};

export const partnerKeysIn = ({ reading, write }: Durable): PartnerKeyStore => {
  const all = reading.prepare<[], KeyRow>(`SELECT ${COLUMNS} FROM partner_key ORDER BY id`);
  const whose = reading.prepare<[Readonly<{ keyHash: string; at: string }>], KeyRow>(
    `SELECT ${COLUMNS} FROM partner_key WHERE key_hash = :keyHash AND ${LIVE}`,
  );
  return {
    add: (key) => write((db) => add(db, key)),
    rotate: (key, at, oldUntil) => write((db) => rotate(db, key, at, oldUntil)),
    revoke: (partner, at) =>
      write(
        async (db) =>
          (
            await db
              .prepare(`UPDATE partner_key SET revoked_at = :at WHERE partner = :partner AND ${LIVE}`)
              .run({ partner, at })
          ).changes,
      ),
    revokeOne: (partner, id, at) =>
      write(
        async (db) =>
          (
            await db
              .prepare(
                `UPDATE partner_key SET revoked_at = :at WHERE partner = :partner AND id = :id AND ${LIVE}`,
              )
              .run({ partner, id, at })
          ).changes === 1,
      ),
    remove: (partner) => write((db) => remove(db, partner)),
    list: async () => (await all.all()).map(keyOf),
    whose: async (keyHash, at) => {
      const found = await whose.get({ keyHash, at });
      return found === undefined ? null : keyOf(found);
    },
  };
};
