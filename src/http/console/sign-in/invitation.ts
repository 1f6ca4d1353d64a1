import { Secret } from 'otpauth';
import type { Config } from '../../../config.ts';
import type { NewInvitation } from '../../../store/operators.ts';
import { tokenKind } from '../../tokens.ts';

/** Whoever is given a link uses it on the same day. */
const LASTS_MS = 24 * 3_600_000;
/** As many bits as the hash of the codes has (RFC 4226 §4 R6). */
const TOTP_BYTES = 20;

/** What the last part of a one-time link holds. */
export const invitationSecret = tokenKind('');

/**
 * A new one-time link: its secret, which is shown once and stands nowhere else, and what is kept of it. It lasts for a day and is
 * used up by setting a password or a passkey.
 */
export const newInvitation = (now: Date): Readonly<{ secret: string; kept: NewInvitation }> => {
  const { token: secret, tokenHash: secretHash } = invitationSecret.make();
  const totpSecret = new Secret({ size: TOTP_BYTES }).base32;
  const expiresAt = new Date(now.getTime() + LASTS_MS).toISOString();
  return { secret, kept: { secretHash, totpSecret, expiresAt } };
};

/** The address of a one-time link: at the configured address, else on this machine, by the one name that passkeys can be made for. */
export const welcomeAddress = ({ baseUrl, port }: Pick<Config, 'baseUrl' | 'port'>, secret: string): string =>
  `${baseUrl ?? `http://localhost:${port}`}/console/welcome/${secret}`;
