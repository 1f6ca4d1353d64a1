import type { OperatorName } from '../../operators.ts';
import type {
  Invitation,
  KeptPassword,
  NewOperatorSession,
  NewPasskey,
  NewPassword,
  OperatorAccess,
  Passkey,
} from '../../service/operator-access.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

/** A use is noted again only after so long, so that not every page writes. */
const NOTED_MS = 60_000;

type Asked = Readonly<{ tokenHash: string; at: string; idleSince: string }>;
type Session = OperatorName & Readonly<{ usedAt: string }>;

const start = async (
  db: Connection,
  { replaces, ...session }: NewOperatorSession,
  at: string,
): Promise<void> => {
  await db.prepare('DELETE FROM operator_session WHERE expires_at <= ? OR token_hash = ?').run(at, replaces);
  await db
    .prepare(
      `INSERT INTO operator_session (token_hash, operator, used_at, expires_at)
     VALUES (:tokenHash, :operator, :at, :expiresAt)`,
    )
    .run({ ...session, at });
};

type Way = NewPassword | NewPasskey;

const keepWay = async (
  db: Connection,
  operator: string,
  totpSecret: string,
  way: Way,
  at: string,
): Promise<void> => {
  if (way.kind === 'password')
    await db
      .prepare(
        `INSERT INTO operator_password (operator, password_hash, totp_secret, totp_step)
       VALUES (?, ?, ?, ?) ON CONFLICT (operator) DO UPDATE SET password_hash = excluded.password_hash,
         totp_secret = excluded.totp_secret, totp_step = excluded.totp_step`,
      )
      .run(operator, way.passwordHash, totpSecret, way.totpStep);
  else
    await db
      .prepare(
        `INSERT INTO operator_passkey (credential, operator, public_key, counter, added_at)
       VALUES (?, ?, ?, ?, ?)`,
      )
      .run(way.credential, operator, Buffer.from(way.publicKey), way.counter, at);
};

const accept = async (db: Connection, secretHash: string, at: string, way: Way): Promise<boolean> => {
  const used = await db
    .prepare<[string, string], { operator: string; totpSecret: string }>(
      `DELETE FROM operator_invitation WHERE secret_hash = ? AND expires_at > ?
       RETURNING operator, totp_secret AS totpSecret`,
    )
    .get(secretHash, at);
  if (used === undefined) return false;
  await keepWay(db, used.operator, used.totpSecret, way, at);
  return true;
};

const failed = async (db: Connection, secretHash: string, most: number): Promise<void> => {
  await db
    .prepare('UPDATE operator_invitation SET failed = failed + 1 WHERE secret_hash = ?')
    .run(secretHash);
  await db
    .prepare('DELETE FROM operator_invitation WHERE secret_hash = ? AND failed >= ?')
    .run(secretHash, most);
};

/** How operators sign in at the console. Whoever is revoked has nothing of it: it is deleted with the revocation. */
export const operatorAccessIn = ({ reading, write }: Durable): OperatorAccess => {
  const session = reading.prepare<[Asked], Session>(
    `SELECT name, role, used_at AS usedAt FROM operator_session JOIN operator ON name = operator
     WHERE operator_session.token_hash = :tokenHash AND revoked_at IS NULL
       AND operator_session.expires_at > :at AND used_at > :idleSince`,
  );
  const endOf = reading
    .prepare<[string], string>('SELECT expires_at FROM operator_session WHERE token_hash = ?')
    .pluck();
  const password = reading.prepare<[string], KeptPassword>(
    'SELECT password_hash AS passwordHash, totp_secret AS totpSecret FROM operator_password WHERE operator = ?',
  );
  const passkey = reading.prepare<[string], Passkey & { operator: string }>(
    'SELECT credential, operator, public_key AS publicKey, counter FROM operator_passkey WHERE credential = ?',
  );
  const invitation = reading.prepare<[string, string], Invitation>(
    `SELECT name, role, totp_secret AS totpSecret, i.expires_at AS expiresAt
     FROM operator_invitation i JOIN operator ON name = operator WHERE secret_hash = ? AND i.expires_at > ?`,
  );
  const noteUse = (tokenHash: string, at: string): Promise<void> =>
    write(
      async (db) =>
        void (await db
          .prepare('UPDATE operator_session SET used_at = ? WHERE token_hash = ?')
          .run(at, tokenHash)),
    );
  return {
    start: (given, at) => write((db) => start(db, given, at)),
    whose: async (tokenHash, at, idleSince) => {
      const found = await session.get({ tokenHash, at, idleSince });
      if (found === undefined) return null;
      const { usedAt, ...who } = found;
      if (Date.parse(at) - Date.parse(usedAt) > NOTED_MS) await noteUse(tokenHash, at);
      return who;
    },
    endOf: async (tokenHash) => (await endOf.get(tokenHash)) ?? null,
    end: (tokenHash) =>
      write(
        async (db) =>
          void (await db.prepare('DELETE FROM operator_session WHERE token_hash = ?').run(tokenHash)),
      ),
    password: async (operator) => (await password.get(operator)) ?? null,
    takeStep: (operator, step) =>
      write(
        async (db) =>
          (
            await db
              .prepare(
                'UPDATE operator_password SET totp_step = :step WHERE operator = :operator AND totp_step < :step',
              )
              .run({ operator, step })
          ).changes === 1,
      ),
    passkey: async (credential) => (await passkey.get(credential)) ?? null,
    usedPasskey: (credential, counter, at) =>
      write(
        async (db) =>
          void (await db
            .prepare('UPDATE operator_passkey SET counter = ?, used_at = ? WHERE credential = ?')
            .run(counter, at, credential)),
      ),
    invitation: async (secretHash, at) => (await invitation.get(secretHash, at)) ?? null,
    failed: (secretHash, most) => write((db) => failed(db, secretHash, most)),
    accept: (secretHash, at, way) => write((db) => accept(db, secretHash, at, way)),
  };
};
