import { Secret, TOTP } from 'otpauth';

/** Codes of six digits that change every 30 seconds (RFC 6238), as all apps know them. */
const PERIOD = 30;
const shape = { issuer: 'Licet', algorithm: 'SHA1', digits: 6, period: PERIOD } as const;

const codesOf = (secret: string, label = ''): TOTP =>
  new TOTP({ ...shape, label, secret: Secret.fromBase32(secret) });

/**
 * The time step whose code this is: that of `now`, the one before or the one after, since clocks and fingers are late. Null for no
 * such code.
 */
export const stepOf = (secret: string, code: string, now: Date): number | null => {
  const token = code.replace(/\s/g, '');
  const off = codesOf(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  return off === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + off;
};

/** The address that an app reads off a QR code to show the codes of this secret. */
export const otpAddress = (secret: string, name: string): string => codesOf(secret, name).toString();
