import type { Act, KeptAct, LiveToken, Operator, OperatorBook, OperatorTokens } from '../../operators.ts';
import { appendEntry } from '../audit/audit-log.ts';
import { type Connection, openReading } from '../connect.ts';
import { serviceFile } from '../files.ts';
import { openServiceUpToDate } from '../partners/take-over.ts';

/** When a token ends, in SQL. Tokens made before tokens had an end get the 90 days that new ones get. */
const ENDS = `coalesce(expires_at, strftime('%Y-%m-%dT%H:%M:%fZ', added_at, '+90 days'))`;

const tokensIn = (db: Connection): OperatorTokens => {
  const live = db.prepare<[string], LiveToken>(
    `SELECT name, token_hash AS tokenHash FROM operator WHERE revoked_at IS NULL AND ${ENDS} > ? ORDER BY id`,
  );
  return { live: async (at) => live.all(at), close: async () => void db.close() };
};

/** Waits for the disk at each write: after a power cut no revoked token may be valid again, and no recorded act be missing. */
const openFull = (data: string): Connection => {
  const db = openServiceUpToDate(data);
  db.pragma('synchronous = FULL');
  return db;
};

/** The live tokens of a data folder, read only: it waits for nobody's writing. */
export const openOperatorTokens = (data: string): OperatorTokens => {
  openFull(data).close();
  return tokensIn(openReading(serviceFile(data)));
};

/** Operators and what they did, on a connection of its own. */
export const openOperatorBook = (data: string): OperatorBook => {
  const db = openFull(data);
  const add = db.prepare(
    'INSERT INTO operator (name, token_hash, added_at, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING',
  );
  const renew = db.prepare(
    'UPDATE operator SET token_hash = ?, expires_at = ?, revoked_at = NULL WHERE name = ?',
  );
  const revoke = db.prepare('UPDATE operator SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL');
  const list = db.prepare<[], Operator>(
    `SELECT name, added_at AS addedAt, revoked_at AS revokedAt, ${ENDS} AS expiresAt,
       (SELECT max(at) FROM operator_act WHERE operator = name) AS lastActAt FROM operator ORDER BY id`,
  );
  const note = db.prepare(
    'INSERT INTO operator_act (at, operator, act, about, request) VALUES (?, ?, ?, ?, ?)',
  );
  const begin = db.transaction(({ at, operator, act, about, request }: Act): number => {
    const actor = request === null ? operator : `operator ${operator}`;
    appendEntry(db, { at, actor, act, about, request });
    return Number(note.run(at, operator, act, about, request).lastInsertRowid);
  });
  const end = db.prepare('UPDATE operator_act SET outcome = ? WHERE id = ?');
  const log = db.prepare<[number], KeptAct>(
    'SELECT id, at, operator, act, about, request, outcome FROM operator_act ORDER BY id DESC LIMIT ?',
  );
  return {
    ...tokensIn(db),
    add: async (name, { tokenHash, at, expiresAt }) => add.run(name, tokenHash, at, expiresAt).changes === 1,
    renew: async (name, { tokenHash, expiresAt }) => renew.run(tokenHash, expiresAt, name).changes === 1,
    revoke: async (name, at) => revoke.run(at, name).changes === 1,
    list: async () => list.all(),
    begin: async (act) => begin.immediate(act),
    end: async (id, outcome) => void end.run(outcome, id),
    log: async (limit) => log.all(limit),
  };
};
