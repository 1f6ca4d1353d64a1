import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One reading of sources from begin to publication; `endedAt` null = under way, or cut off. */
export const night = sqliteTable('night', {
  id: integer('id').primaryKey(),
  startedAt: text('started_at').notNull(),
  endedAt: text('ended_at'),
  /** What set it off: schedule, harvest, capture, accept. */
  kind: text('kind').notNull(),
  state: text('state').notNull(),
  generation: integer('generation'),
  registryHash: text('registry_hash'),
  /** JSON: the whole report. */
  report: text('report'),
});

/** Who may harvest now: one process at a time, until it lets go or its time runs out. */
export const lease = sqliteTable('lease', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  takenAt: text('taken_at').notNull(),
  expiresAt: text('expires_at').notNull(),
});

/** What is known of a fetched address from last time, so that an unchanged page need not travel again. */
export const visit = sqliteTable(
  'visit',
  {
    source: text('source').notNull(),
    url: text('url').notNull(),
    page: text('page').notNull(),
    finalUrl: text('final_url').notNull(),
    at: text('at').notNull(),
    sha256: text('sha256').notNull(),
    contentType: text('content_type').notNull(),
    transport: text('transport').notNull(),
    etag: text('etag'),
    lastModified: text('last_modified'),
  },
  (table) => [primaryKey({ columns: [table.source, table.url] })],
);
