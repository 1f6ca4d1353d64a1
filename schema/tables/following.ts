import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The publisher whose packs this registry is taken from: one row, or none where the lists are read here. */
export const following = sqliteTable('following', {
  id: integer('id').primaryKey(),
  /** JSON: the public keys (JWK) that the newest pack names; the next one must be signed by one of them. */
  keys: text('keys').notNull(),
  generation: integer('generation').notNull(),
  /** Digest of all rows that travelled, as the newest pack states it. */
  content: text('content').notNull(),
  appliedAt: text('applied_at').notNull(),
});
