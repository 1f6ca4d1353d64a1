import type { PartnerKeyStore } from '../../service/partner-keys.ts';
import type { Durable } from '../durable.ts';

export const partnerKeysIn = ({ reading, write }: Durable): PartnerKeyStore => {
  const whose = reading
    .prepare<[string], string>('SELECT partner FROM partner_key WHERE key_hash = ?')
    .pluck();
  return {
    keep: ({ partner, keyHash, since }, anew) =>
      write(
        (db) =>
          db
            .prepare(
              `INSERT INTO partner_key (partner, key_hash, since) VALUES (?, ?, ?)
               ON CONFLICT (partner) DO ${anew ? 'UPDATE SET key_hash = excluded.key_hash, since = excluded.since' : 'NOTHING'}`,
            )
            .run(partner, keyHash, since).changes === 1,
      ),
    whose: async (keyHash) => whose.get(keyHash) ?? null,
  };
};
