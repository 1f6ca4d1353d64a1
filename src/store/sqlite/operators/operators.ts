import type { KeptAct, LiveToken, Operator, OperatorBook, OperatorTokens } from '../../operators.ts';
import { type Connection, openReading, openWriter } from '../connect.ts';

const tokensIn = (db: Connection): OperatorTokens => {
  const live = db.prepare<[], LiveToken>(
    'SELECT name, token_hash AS tokenHash FROM operator WHERE revoked_at IS NULL ORDER BY id',
  );
  return { live: async () => live.all(), close: async () => void db.close() };
};

/** The live tokens of an existing database, read only: it waits for nobody's writing. */
export const openOperatorTokens = (file: string): OperatorTokens => tokensIn(openReading(file));

/** Operators and what they did, in the one database, on a connection of its own. */
export const openOperatorBook = (file: string): OperatorBook => {
  const db = openWriter(file);
  const add = db.prepare(
    'INSERT INTO operator (name, token_hash, added_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING',
  );
  const revoke = db.prepare('UPDATE operator SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL');
  const list = db.prepare<[], Operator>(
    `SELECT name, added_at AS addedAt, revoked_at AS revokedAt,
       (SELECT max(at) FROM operator_act WHERE operator = name) AS lastActAt FROM operator ORDER BY id`,
  );
  const begin = db.prepare(
    'INSERT INTO operator_act (at, operator, act, about, request) VALUES (?, ?, ?, ?, ?)',
  );
  const end = db.prepare('UPDATE operator_act SET outcome = ? WHERE id = ?');
  const log = db.prepare<[number], KeptAct>(
    'SELECT id, at, operator, act, about, request, outcome FROM operator_act ORDER BY id DESC LIMIT ?',
  );
  return {
    ...tokensIn(db),
    add: async (name, tokenHash, at) => add.run(name, tokenHash, at).changes === 1,
    revoke: async (name, at) => revoke.run(at, name).changes === 1,
    list: async () => list.all(),
    begin: async ({ at, operator, act, about, request }) =>
      Number(begin.run(at, operator, act, about, request).lastInsertRowid),
    end: async (id, outcome) => void end.run(outcome, id),
    log: async (limit) => log.all(limit),
  };
};
