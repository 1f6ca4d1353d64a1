import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Who may capture and decide over HTTP. Of a token only its SHA-256 is kept. A name stays one person's, who may be given a new token in place of the old one. */
export const operator = sqliteTable(
  'operator',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    addedAt: text('added_at').notNull(),
    revokedAt: text('revoked_at'),
    /** When the token ends of itself; null for one of before tokens ended: 90 days after it was given. */
    expiresAt: text('expires_at'),
    /** `clerk`, `reviewer` or `administrator`; whoever was on file before there were roles might do everything. */
    role: text('role').notNull().default('administrator'),
  },
  (table) => [uniqueIndex('operator_name').on(table.name)],
);

/** How an operator signs in at the console with a password: its argon2id hash, and the secret of the codes that go with it (RFC 6238). */
export const operatorPassword = sqliteTable('operator_password', {
  operator: text('operator').primaryKey(),
  /** With its parameters and salt, as `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  passwordHash: text('password_hash').notNull(),
  /** Base32, as the app that shows the codes was given it. */
  totpSecret: text('totp_secret').notNull(),
  /** The time step of the newest code that was taken: neither it nor an older one is taken again. */
  totpStep: integer('totp_step').notNull(),
});

/** A passkey of an operator: its public half (WebAuthn). */
export const operatorPasskey = sqliteTable(
  'operator_passkey',
  {
    /** The id that the authenticator gave it, in base64url. */
    credential: text('credential').primaryKey(),
    operator: text('operator').notNull(),
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    /** How often it has signed, as far as it counts; one that goes backwards was copied. */
    counter: integer('counter').notNull(),
    addedAt: text('added_at').notNull(),
    /** What its operator calls it, such as the phone it lies in; empty where it has no name. */
    label: text('label').notNull().default(''),
    /** When somebody last signed in with it; null for never since this was noted. */
    usedAt: text('used_at'),
  },
  (table) => [index('operator_passkey_operator').on(table.operator)],
);

/** A link by which an operator sets up how to sign in, once; of its secret only the SHA-256 is kept. */
export const operatorInvitation = sqliteTable('operator_invitation', {
  operator: text('operator').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  /** The secret of the codes that the page shows; it counts from the moment a password is set. */
  totpSecret: text('totp_secret').notNull(),
  expiresAt: text('expires_at').notNull(),
  /** How many tries to use it failed. */
  failed: integer('failed').notNull().default(0),
});

/** An operator who is signed in at the console, by the SHA-256 of what the cookie holds. */
export const operatorSession = sqliteTable(
  'operator_session',
  {
    tokenHash: text('token_hash').primaryKey(),
    operator: text('operator').notNull(),
    /** When something was last asked for in it, to the minute. */
    usedAt: text('used_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('operator_session_operator').on(table.operator)],
);

/** Everything an operator did, written before it is done; `outcome` null = it never ended (the service was cut off). */
export const operatorAct = sqliteTable(
  'operator_act',
  {
    id: integer('id').primaryKey(),
    at: text('at').notNull(),
    operator: text('operator').notNull(),
    act: text('act').notNull(),
    /** What it was done to: a source, a run, another operator. */
    about: text('about').notNull(),
    /** The request, as answers and log lines name it; null for the command line. */
    request: text('request'),
    outcome: text('outcome'),
  },
  (table) => [index('operator_act_at').on(table.at)],
);
