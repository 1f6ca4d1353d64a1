import type { PartnerKey } from './partner-keys.ts';

/** A session by the SHA-256 of its token, and the key that it was opened with by the SHA-256 of that. `expiresAt`: an instant. */
export type NewSession = Readonly<{ tokenHash: string; keyHash: string; expiresAt: string }>;

/** Who is signed in on the pages for partners. A session holds no longer than its key does. */
export interface PartnerSessionStore {
  /** Keeps a session, and forgets those that have ended by `at`. */
  start(session: NewSession, at: string): Promise<void>;
  /** The key of a session that has not ended at this instant, if the key is live then too; read anew at every call. */
  whose(tokenHash: string, at: string): Promise<PartnerKey | null>;
  /** Forgets a session. */
  end(tokenHash: string): Promise<void>;
}
