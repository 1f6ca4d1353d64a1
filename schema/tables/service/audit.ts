import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What was done and by whom, each entry bound to all before it by its hash. The migration adds triggers that refuse to change or delete
 * an entry. No person is named: neither who was asked about nor, without a key, who asked.
 */
export const auditEntry = sqliteTable('audit_entry', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  /** `partner Name`, `operator Name`, `command line`, or `anybody`: somebody without a key. */
  actor: text('actor').notNull(),
  act: text('act').notNull(),
  /** What it was done to: a domain, a list, a partner; for a question about a physician its purpose. */
  about: text('about').notNull(),
  /** The request, as answers and log lines name it; null for the command line. */
  request: text('request'),
  /** SHA-256 over the hash of the entry before and this entry. */
  hash: text('hash').notNull(),
});
