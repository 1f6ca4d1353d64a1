import type { OperatorName } from '../operators.ts';

/** A session by the SHA-256 of its token, and when it ends at the latest. `replaces`: a session that ends with it; null for none. */
export type NewOperatorSession = Readonly<{
  tokenHash: string;
  operator: string;
  expiresAt: string;
  replaces: string | null;
}>;

/** How a password is checked: its hash with its parameters, and the secret of the codes that go with it. */
export type KeptPassword = Readonly<{ passwordHash: string; totpSecret: string }>;

/** A password that is being set, and the time step of the code that was shown with it. */
export type NewPassword = Readonly<{ kind: 'password'; passwordHash: string; totpStep: number }>;

/** The public half of a passkey. */
export type Passkey = Readonly<{ credential: string; publicKey: Uint8Array; counter: number }>;
export type NewPasskey = Passkey & Readonly<{ kind: 'passkey' }>;

/** Who a link is for, and the secret of the codes that its page shows. */
export type Invitation = OperatorName & Readonly<{ totpSecret: string; expiresAt: string }>;

/** How operators sign in at the console. An operator who is revoked has no session, no way to sign in and no link. */
export interface OperatorAccess {
  /** Keeps a session, and forgets those that have ended by `at`. */
  start(session: NewOperatorSession, at: string): Promise<void>;
  /**
   * Who is signed in by a session that has not ended at `at` and was used after `idleSince`; read anew at every call. Notes the use,
   * to the minute.
   */
  whose(tokenHash: string, at: string, idleSince: string): Promise<OperatorName | null>;
  /** When a session ends at the latest; null for none. */
  endOf(tokenHash: string): Promise<string | null>;
  /** Forgets a session. */
  end(tokenHash: string): Promise<void>;
  password(operator: string): Promise<KeptPassword | null>;
  /** Takes a code of this time step; false where it, or a newer one, was taken before. */
  takeStep(operator: string, step: number): Promise<boolean>;
  passkey(credential: string): Promise<(Passkey & Readonly<{ operator: string }>) | null>;
  /** Notes that a passkey was used, and how often it says it has signed. */
  usedPasskey(credential: string, counter: number, at: string): Promise<void>;
  /** The link with this secret, as long as it can be used. */
  invitation(secretHash: string, at: string): Promise<Invitation | null>;
  /** Counts a try that failed; the link ends with the `most`-th. */
  failed(secretHash: string, most: number): Promise<void>;
  /** Uses up a link and keeps how its operator signs in from now on; false where the link can no longer be used. */
  accept(secretHash: string, at: string, way: NewPassword | NewPasskey): Promise<boolean>;
}
