import type { Act, KeptAct, LiveToken, NewInvitation, Operator, OperatorBook } from '../../operators.ts';
import { appendEntry } from '../audit/audit-log.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

/** When a token ends, in SQL. Tokens made before tokens had an end get the 90 days that new ones get. */
const ENDS = `coalesce(expires_at, strftime('%Y-%m-%dT%H:%M:%fZ', added_at, '+90 days'))`;

const LIST = `SELECT name, role, added_at AS addedAt, revoked_at AS revokedAt, ${ENDS} AS expiresAt,
  (SELECT max(at) FROM operator_act WHERE operator = name) AS lastActAt,
  CASE WHEN EXISTS (SELECT 1 FROM operator_password WHERE operator = name) THEN 'password'
    WHEN EXISTS (SELECT 1 FROM operator_passkey WHERE operator = name) THEN 'passkey' END AS signsInWith,
  (SELECT expires_at FROM operator_invitation WHERE operator = name) AS invitedUntil
  FROM operator ORDER BY id`;

const endSessions = async (db: Connection, name: string): Promise<void> =>
  void (await db.prepare('DELETE FROM operator_session WHERE operator = ?').run(name));

/** Ends every way in at the console: sessions, passwords, passkeys, links. */
const endAccess = async (db: Connection, name: string): Promise<void> => {
  await endSessions(db, name);
  for (const table of ['operator_password', 'operator_passkey', 'operator_invitation'])
    await db.prepare(`DELETE FROM ${table} WHERE operator = ?`).run(name);
};

const keepInvitation = async (db: Connection, operator: string, invitation: NewInvitation): Promise<void> =>
  void (await db
    .prepare(
      `INSERT INTO operator_invitation (operator, secret_hash, totp_secret, expires_at)
       VALUES (:operator, :secretHash, :totpSecret, :expiresAt)`,
    )
    .run({ ...invitation, operator }));

const isLive = async (db: Connection, name: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM operator WHERE name = ? AND revoked_at IS NULL').get(name)) !== undefined;

const begin = async (db: Connection, { at, operator, act, about, request }: Act): Promise<number> => {
  const actor = request === null ? operator : `operator ${operator}`;
  await appendEntry(db, { at, actor, act, about, request });
  const begun = db
    .prepare<unknown[], number>(
      'INSERT INTO operator_act (at, operator, act, about, request) VALUES (?, ?, ?, ?, ?) RETURNING id',
    )
    .pluck();
  return (await begun.get(at, operator, act, about, request)) ?? 0;
};

/** Does something to an operator who is not revoked; false where there is none. */
const toLive = async (db: Connection, name: string, work: () => Promise<void>): Promise<boolean> => {
  if (!(await isLive(db, name))) return false;
  await work();
  return true;
};

/** Operators and what they did. A write is on the disk before it is told of: after a power cut no revoked token may be live again. */
export const operatorsIn = ({ reading, write }: Durable): OperatorBook => {
  const live = reading.prepare<[string], LiveToken>(
    `SELECT name, role, token_hash AS tokenHash FROM operator WHERE revoked_at IS NULL AND ${ENDS} > ? ORDER BY id`,
  );
  const list = reading.prepare<[], Operator>(LIST);
  const log = reading.prepare<[number, number], KeptAct>(
    'SELECT id, at, operator, act, about, request, outcome FROM operator_act WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  return {
    live: async (at) => live.all(at),
    add: ({ name, role }, { tokenHash, at, expiresAt }, invitation) =>
      write(async (db) => {
        const added = await db
          .prepare(
            'INSERT INTO operator (name, role, token_hash, added_at, expires_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING',
          )
          .run(name, role, tokenHash, at, expiresAt);
        if (added.changes === 1) await keepInvitation(db, name, invitation);
        return added.changes === 1;
      }),
    renew: (name, { tokenHash, expiresAt }) =>
      write(
        async (db) =>
          (
            await db
              .prepare('UPDATE operator SET token_hash = ?, expires_at = ?, revoked_at = NULL WHERE name = ?')
              .run(tokenHash, expiresAt, name)
          ).changes === 1,
      ),
    invite: (name, invitation) =>
      write((db) =>
        toLive(db, name, async () => {
          await endAccess(db, name);
          await keepInvitation(db, name, invitation);
        }),
      ),
    setRole: ({ name, role }) =>
      write((db) =>
        toLive(db, name, async () => {
          await db.prepare('UPDATE operator SET role = ? WHERE name = ?').run(role, name);
          await endSessions(db, name);
        }),
      ),
    revoke: (name, at) =>
      write((db) =>
        toLive(db, name, async () => {
          await db.prepare('UPDATE operator SET revoked_at = ? WHERE name = ?').run(at, name);
          await endAccess(db, name);
        }),
      ),
    list: async () => list.all(),
    begin: (act) => write((db) => begin(db, act)),
    end: (id, outcome) =>
      write(
        async (db) =>
          void (await db.prepare('UPDATE operator_act SET outcome = ? WHERE id = ?').run(outcome, id)),
      ),
    log: async (limit, before = Number.MAX_SAFE_INTEGER) => log.all(before, limit),
  };
};
