import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * An error that somebody reported on a page, or a correction that a hospital asks for, until it is forgotten. Nothing of the sender is
 * kept, but for a website that the sender itself names as its own.
 */
export const errorReport = sqliteTable(
  'error_report',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    /** The page or hospital, as typed. */
    about: text('about').notNull(),
    text: text('text').notNull(),
    lang: text('lang').notNull(),
    /** The generation that answered then. */
    generation: integer('generation').notNull(),
    /** `error` or `correction`. */
    kind: text('kind').notNull().default('error'),
    /** SHA-256 of the secret part of the address at which the sender reads the answer; empty for reports of before. */
    statusHash: text('status_hash').notNull().default(''),
    /** What was sent along as evidence, and of what type it is by its bytes. */
    file: blob('file', { mode: 'buffer' }),
    fileType: text('file_type'),
    /** The website the sender says is its own, what is to stand there as proof, and when it stood there. */
    site: text('site'),
    siteToken: text('site_token'),
    siteProvenAt: text('site_proven_at'),
    answer: text('answer'),
    answeredAt: text('answered_at'),
    answeredBy: text('answered_by'),
  },
  (table) => [index('error_report_status').on(table.statusHash)],
);
