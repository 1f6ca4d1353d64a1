import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** One published state of the whole registry. */
export const generation = sqliteTable('generation', {
  number: integer('number').primaryKey(),
  at: text('at').notNull(),
  registryHash: text('registry_hash').notNull(),
  /** Last run counted in: with it a generation shows the same source states for ever. */
  lastRun: integer('last_run').notNull(),
  /** Digest of the code that compiled the dossiers. */
  code: text('code').notNull(),
  policy: text('policy'),
  /** Hash of this row and of the row before's `chain`; null in rows of before 0008 until the next generation is published. */
  chain: text('chain'),
});

/** One version of an institution's compiled dossier; the body comes last so that the rest reads without it. */
export const dossier = sqliteTable(
  'dossier',
  {
    id: integer('id').primaryKey(),
    institution: text('institution_id').notNull(),
    firstGeneration: integer('first_generation').notNull(),
    lastGeneration: integer('last_generation'),
    hash: text('hash').notNull(),
    province: text('province'),
    city: text('city'),
    district: text('district'),
    body: text('body').notNull(),
  },
  (table) => [
    // The registry hash reads all current hashes, and must not turn over the bodies for them.
    index('dossier_hash').on(table.institution, table.hash).where(sql`last_generation is null`),
    uniqueIndex('dossier_current').on(table.institution).where(sql`last_generation is null`),
    // What changed in a generation: versions that began in it, and those that ended with the one before.
    index('dossier_began').on(table.firstGeneration, table.institution),
    index('dossier_ended')
      .on(table.lastGeneration, table.institution)
      .where(sql`last_generation is not null`),
    uniqueIndex('dossier_version').on(table.institution, table.firstGeneration),
    // Institutions are listed by place and by type.
    index('dossier_place').on(table.province, table.city, table.institution),
    index('dossier_type').on(sql`(body ->> '$.traits.body')`, table.institution),
  ],
);
