import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A key of a partner, as the SHA-256 of it; the key itself is shown once and kept nowhere. A partner may have several. */
export const partnerKey = sqliteTable(
  'partner_key',
  {
    id: integer('id').primaryKey(),
    partner: text('partner').notNull(),
    keyHash: text('key_hash').notNull(),
    since: text('since').notNull(),
    /** What it allows (schema/partner.ts), separated by commas; keys of before there were scopes put domains on file. */
    scopes: text('scopes').notNull().default('read,badge'),
    /** Requests a minute; null: the setting of the service. */
    perMinute: integer('per_minute'),
    /** When it ends of itself; null: never, as keys of before. */
    expiresAt: text('expires_at'),
    revokedAt: text('revoked_at'),
  },
  (table) => [
    uniqueIndex('partner_key_hash').on(table.keyHash),
    index('partner_key_partner').on(table.partner, table.id),
  ],
);

/** How many requests came with a key on a day in Asia/Shanghai, and how many of them its quota refused. What was asked is not kept. */
export const partnerUsage = sqliteTable(
  'partner_usage',
  {
    key: integer('key').notNull(),
    day: text('day').notNull(),
    requests: integer('requests').notNull(),
    refused: integer('refused').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.day] }), index('partner_usage_day').on(table.day)],
);

/**
 * A person of a partner who is signed in on the pages for partners, by the SHA-256 of what the cookie holds. It names the key by its
 * hash: where that key has ended, was revoked or is gone, so is the session.
 */
export const partnerSession = sqliteTable(
  'partner_session',
  {
    tokenHash: text('token_hash').primaryKey(),
    keyHash: text('key_hash').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('partner_session_expires').on(table.expiresAt)],
);

/** A domain that a partner may show badges on once it is proven. */
export const partnerSite = sqliteTable(
  'partner_site',
  {
    id: integer('id').primaryKey(),
    /** Lower case, in ASCII, without `www.`. */
    domain: text('domain').notNull(),
    partner: text('partner').notNull(),
    /** The words its proof must show; null where the operator's own word is the proof. */
    token: text('token'),
    /** Null as long as nobody has proven it: then it has no badges. */
    provenOn: text('proven_on'),
    /** The day on which the proof was last seen. */
    seenOn: text('seen_on'),
    /** Since when it has had no proof; null while it is proven. */
    waitingSince: text('waiting_since'),
  },
  (table) => [
    uniqueIndex('partner_site_domain').on(table.domain),
    index('partner_site_partner').on(table.partner, table.id),
  ],
);

/**
 * A key that signs badges or receipts, its private part included: this table is why the file is readable by its owner alone,
 * and why a copy of the database that leaves the machine is made without it.
 */
export const signingKey = sqliteTable(
  'signing_key',
  {
    id: integer('id').primaryKey(),
    /** What it signs: `badge` or `receipt`. */
    purpose: text('purpose').notNull(),
    kid: text('kid').notNull(),
    /** `next` is published before it signs, `current` signs, `past` is published until what it signed has ended. */
    role: text('role').notNull(),
    /** Since when it has this role. */
    since: text('since').notNull(),
    /** The private key as a JWK (RFC 8037). */
    jwk: text('jwk').notNull(),
  },
  (table) => [
    uniqueIndex('signing_key_kid').on(table.purpose, table.kid),
    uniqueIndex('signing_key_role').on(table.purpose, table.role).where(sql`${table.role} <> 'past'`),
  ],
);

/** A key that was revoked, for good: whoever has a copy of it signs nothing that is believed. The key itself is gone. */
export const revokedKey = sqliteTable(
  'revoked_key',
  {
    purpose: text('purpose').notNull(),
    kid: text('kid').notNull(),
    at: text('at').notNull(),
    because: text('because').notNull(),
  },
  (table) => [primaryKey({ columns: [table.purpose, table.kid] })],
);

/** What a credential states, under which key, and its place in the status list. */
export const statusEntry = sqliteTable(
  'status_entry',
  {
    place: integer('place').primaryKey(),
    institution: text('institution_id').notNull(),
    site: text('site').notNull(),
    /** Empty where the credential names no campus. */
    campus: text('campus').notNull(),
    state: text('state').notNull(),
    /** The last day on which such a credential was issued; it has ended a day later. */
    day: text('day').notNull(),
    /** The key that signed it; empty where that was not written down yet. */
    kid: text('kid').notNull().default(''),
    /** Code of the treatment or the mark that is spoken of; empty for the practice licence. */
    ask: text('ask').notNull().default(''),
  },
  (table) => [
    uniqueIndex('status_entry_stated').on(
      table.institution,
      table.site,
      table.campus,
      table.ask,
      table.state,
      table.kid,
    ),
    index('status_entry_day').on(table.day),
  ],
);

/** A host on whose pages badges of another domain were loaded; the row of the empty host counts all hosts not told apart. */
export const hotlink = sqliteTable(
  'hotlink',
  {
    host: text('host').notNull(),
    site: text('site').notNull(),
    count: integer('count').notNull(),
    firstOn: text('first_on').notNull(),
    lastOn: text('last_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.host, table.site] })],
);
