/** What a badge can say. There is no invisible state: a badge that vanishes tells an attacker, not a patient. */
export const badgeStates = [
  'confirmed',
  'limited',
  'refuted',
  'prohibited',
  'expired',
  'unknown',
  'not-for-site',
] as const;
export type BadgeState = (typeof badgeStates)[number];

/** Why a badge cannot be about a hospital at all; each is drawn, with the matching HTTP status. */
export const badgeNotes = [
  'no-institution',
  'bad-request',
  'not-ready',
  'no-campus',
  'not-configured',
] as const;
export type BadgeNote = (typeof badgeNotes)[number];

/** Why a badge does not hold, each told apart. */
export const badgeFaults = [
  'no-seal',
  'malformed',
  'unknown-key',
  'revoked-key',
  'tampered',
  'repainted',
  'not-yet-valid',
  'expired',
  'other-domain',
] as const;
export type BadgeFault = (typeof badgeFaults)[number];
