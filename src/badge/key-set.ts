import type { JSONWebKeySet } from 'jose';

/** A JWK set, and the keys that were taken out of it because they fell into other hands; `at` is the instant of that. */
export type KeySet = JSONWebKeySet &
  Readonly<{
    revoked?: readonly Readonly<{ kid: string; at: string }>[];
    /** Keys of the public log, as verifiers of signed notes write them; beside the keys of receipts. */
    log?: readonly string[];
  }>;

/** Whether this key was revoked, as far as the set (which may be a copy that a person kept) says so. */
export const isRevoked = ({ revoked }: KeySet, kid: string | undefined): boolean =>
  Array.isArray(revoked) && revoked.some((one: unknown) => kidOf(one) === kid && kid !== undefined);

const kidOf = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && 'kid' in one ? one.kid : undefined;
