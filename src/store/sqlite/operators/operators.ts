import { type Connection, openReading, openWriter } from '../connect.ts';

/** Who may act over HTTP; the token itself is kept nowhere. */
export type Operator = Readonly<{
  name: string;
  addedAt: string;
  revokedAt: string | null;
  /** The last thing it did; null for nothing yet. */
  lastActAt: string | null;
}>;

/** What an operator did, to what, in which request (null: on the command line). */
export type Act = Readonly<{
  at: string;
  operator: string;
  act: string;
  about: string;
  request: string | null;
}>;

/** An act as kept; `outcome` null where it never ended. */
export type KeptAct = Act & Readonly<{ id: number; outcome: string | null }>;

/** Live tokens by their SHA-256, for whoever compares them. */
export type LiveToken = Readonly<{ name: string; tokenHash: string }>;

export type OperatorTokens = Readonly<{ live(): readonly LiveToken[]; close(): void }>;

export type OperatorBook = OperatorTokens &
  Readonly<{
    /** False when the name was given before, to whomever: a log must never name two persons alike. */
    add(name: string, tokenHash: string, at: string): boolean;
    /** False when no live operator bears the name. */
    revoke(name: string, at: string): boolean;
    list(): readonly Operator[];
    /** Writes down what is about to be done; gives the number under which its outcome is added. */
    begin(act: Act): number;
    end(id: number, outcome: string): void;
    /** Acts, newest first. */
    log(limit: number): readonly KeptAct[];
  }>;

const tokensIn = (db: Connection): OperatorTokens => {
  const live = db.prepare<[], LiveToken>(
    'SELECT name, token_hash AS tokenHash FROM operator WHERE revoked_at IS NULL ORDER BY id',
  );
  return { live: () => live.all(), close: () => void db.close() };
};

/** The live tokens of an existing database, read only: it waits for nobody's writing. */
export const readOperatorTokens = (file: string): OperatorTokens => tokensIn(openReading(file));

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
    add: (name, tokenHash, at) => add.run(name, tokenHash, at).changes === 1,
    revoke: (name, at) => revoke.run(at, name).changes === 1,
    list: () => list.all(),
    begin: ({ at, operator, act, about, request }) =>
      Number(begin.run(at, operator, act, about, request).lastInsertRowid),
    end: (id, outcome) => void end.run(outcome, id),
    log: (limit) => log.all(limit),
  };
};
