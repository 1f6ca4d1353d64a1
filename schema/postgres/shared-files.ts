import { bigint, customType, index, primaryKey, text } from 'drizzle-orm/pg-core';
import { licet } from './as-postgres.ts';

/** Files that one process makes and all others take up, such as the names index: what is kept of each. */
export const sharedFile = licet.table(
  'shared_file',
  {
    kind: text('kind').notNull(),
    /** What it was made of, and by which code. */
    stamp: text('stamp').notNull(),
    /** Under which its parts lie. */
    upload: text('upload').notNull(),
    parts: bigint('parts', { mode: 'number' }).notNull(),
    /** When it was made, in milliseconds since 1970. */
    at: bigint('at', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.stamp] })],
);

/** The bytes of such a file, some megabytes each; those of an upload that did not end are swept away a day later. */
export const sharedPart = licet.table(
  'shared_part',
  {
    upload: text('upload').notNull(),
    part: bigint('part', { mode: 'number' }).notNull(),
    bytes: customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })('bytes').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.upload, table.part] }), index('shared_part_at').on(table.at)],
);
