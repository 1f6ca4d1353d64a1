import { bigint, customType, text } from 'drizzle-orm/pg-core';
import { licet } from './as-postgres.ts';

/** The bytes of kept pages, where PostgreSQL keeps them: in a data folder they are files. */
export const pageBytes = licet.table('page_bytes', {
  name: text('name').primaryKey(),
  bytes: customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })('bytes').notNull(),
  /** When they were written, in milliseconds since 1970. */
  at: bigint('at', { mode: 'number' }).notNull(),
});
