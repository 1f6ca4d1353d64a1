/** Who may act over HTTP; the token itself is kept nowhere. */
export type Operator = Readonly<{
  name: string;
  addedAt: string;
  revokedAt: string | null;
  /** When the token ends of itself. */
  expiresAt: string;
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

/** A live token by its SHA-256, for whoever compares it. */
export type LiveToken = Readonly<{ name: string; tokenHash: string }>;

/** A token by its SHA-256; `at` and `expiresAt` are instants. */
type NewToken = Readonly<{ tokenHash: string; at: string; expiresAt: string }>;

/** The tokens that are worth something; read anew at every call, so that a revoked one is worth nothing at once. */
export interface OperatorTokens {
  /** Tokens that are neither revoked nor ended at this instant. */
  live(at: string): Promise<readonly LiveToken[]>;
  close(): Promise<void>;
}

/** Operators and what they did. */
export interface OperatorBook extends OperatorTokens {
  /** False when the name was given before, to whomever: a log must never name two persons alike. */
  add(name: string, token: NewToken): Promise<boolean>;
  /** Gives an operator another token in place of the one before, be that live, ended or revoked. False for a name not on file. */
  renew(name: string, token: NewToken): Promise<boolean>;
  /** False when no live operator bears the name. */
  revoke(name: string, at: string): Promise<boolean>;
  list(): Promise<readonly Operator[]>;
  /** Writes down what is about to be done; gives the number under which its outcome is added. */
  begin(act: Act): Promise<number>;
  end(id: number, outcome: string): Promise<void>;
  /** Acts, newest first. */
  log(limit: number): Promise<readonly KeptAct[]>;
}
