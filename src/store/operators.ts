import type { OperatorRole } from '../../schema/operator-role.ts';

/** Who it is that acts, and what they may do. */
export type OperatorName = Readonly<{ name: string; role: OperatorRole }>;

/** Who may act over HTTP; the token itself is kept nowhere. */
export type Operator = OperatorName &
  Readonly<{
    addedAt: string;
    revokedAt: string | null;
    /** When the token ends of itself. */
    expiresAt: string;
    /** The last thing it did; null for nothing yet. */
    lastActAt: string | null;
    /** How they sign in at the console; null as long as they have not set it up. */
    signsInWith: 'password' | 'passkey' | null;
    /** Until when the link by which they set it up can be used; null where there is none. */
    invitedUntil: string | null;
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
export type LiveToken = OperatorName & Readonly<{ tokenHash: string }>;

/** A token by its SHA-256; `at` and `expiresAt` are instants. */
type NewToken = Readonly<{ tokenHash: string; at: string; expiresAt: string }>;

/** A one-time link by the SHA-256 of its secret, and the secret of the codes that its page shows. `expiresAt`: an instant. */
export type NewInvitation = Readonly<{ secretHash: string; totpSecret: string; expiresAt: string }>;

/** Operators and what they did. Tokens are read anew at every call, so that a revoked one is worth nothing at once. */
export interface OperatorBook {
  /** Tokens that are neither revoked nor ended at this instant. */
  live(at: string): Promise<readonly LiveToken[]>;
  /** False when the name was given before, to whomever: a log must never name two persons alike. */
  add(who: OperatorName, token: NewToken, invitation: NewInvitation): Promise<boolean>;
  /** Gives an operator another token in place of the one before, be that live, ended or revoked. False for a name not on file. */
  renew(name: string, token: NewToken): Promise<boolean>;
  /**
   * Gives an operator who is not revoked another one-time link. How they signed in until now, and every session, ends with it.
   * False when no such operator bears the name.
   */
  invite(name: string, invitation: NewInvitation): Promise<boolean>;
  /** Gives an operator who is not revoked another role, and ends their sessions. False when no such operator bears the name. */
  setRole(who: OperatorName): Promise<boolean>;
  /** Ends token, sessions, link and every way to sign in. False when no operator bears the name who is not revoked. */
  revoke(name: string, at: string): Promise<boolean>;
  list(): Promise<readonly Operator[]>;
  /** Writes down what is about to be done; gives the number under which its outcome is added. */
  begin(act: Act): Promise<number>;
  end(id: number, outcome: string): Promise<void>;
  /** Acts, newest first; only those before this number, where one is given. */
  log(limit: number, before?: number): Promise<readonly KeptAct[]>;
}
