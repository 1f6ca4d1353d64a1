import type { NewSession, PartnerSessionStore } from '../../service/partner-sessions.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';
import { COLUMNS, type KeyRow, keyOf, LIVE } from './partner-keys.ts';

type Asked = Readonly<{ tokenHash: string; at: string }>;

const start = async (db: Connection, session: NewSession, at: string): Promise<void> => {
  await db.prepare('DELETE FROM partner_session WHERE expires_at <= ?').run(at);
  await db
    .prepare(
      'INSERT INTO partner_session (token_hash, key_hash, expires_at) VALUES (:tokenHash, :keyHash, :expiresAt)',
    )
    .run(session);
};

export const partnerSessionsIn = ({ reading, write }: Durable): PartnerSessionStore => {
  const whose = reading.prepare<[Asked], KeyRow>(
    `SELECT ${COLUMNS} FROM partner_key WHERE ${LIVE} AND key_hash =
       (SELECT key_hash FROM partner_session WHERE token_hash = :tokenHash AND expires_at > :at)`,
  );
  return {
    start: (session, at) => write((db) => start(db, session, at)),
    whose: async (tokenHash, at) => {
      const found = await whose.get({ tokenHash, at });
      return found === undefined ? null : keyOf(found);
    },
    end: (tokenHash) =>
      write(
        async (db) =>
          void (await db.prepare('DELETE FROM partner_session WHERE token_hash = ?').run(tokenHash)),
      ),
  };
};
