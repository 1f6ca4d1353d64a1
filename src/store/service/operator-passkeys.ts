import type { Passkey } from './operator-access.ts';

/** A passkey as its operator sees it; `usedAt` is null where nobody signed in with it since that is noted. */
export type OwnPasskey = Readonly<{
  credential: string;
  label: string;
  addedAt: string;
  usedAt: string | null;
}>;

/** The passkeys of one operator, for the operator. */
export interface OperatorPasskeys {
  /** Oldest first. */
  of(operator: string): Promise<readonly OwnPasskey[]>;
  /** Keeps a further passkey; false when the operator has `most`, or somebody has this one already. */
  add(
    operator: string,
    passkey: Passkey & Readonly<{ label: string }>,
    at: string,
    most: number,
  ): Promise<boolean>;
  /** Gives a passkey of this operator another name; false when there is no such one. */
  name(operator: string, credential: string, label: string): Promise<boolean>;
  /**
   * Forgets a passkey of this operator and ends all its sessions but `keep`, since nobody knows which were begun with it. `only` where it
   * is the only way in, and nothing is done.
   */
  remove(operator: string, credential: string, keep: string | null): Promise<'removed' | 'only' | 'unknown'>;
}
