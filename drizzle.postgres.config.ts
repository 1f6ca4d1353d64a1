import { defineConfig } from 'drizzle-kit';

/** `npm run migration:postgres` writes the next migration of a PostgreSQL database from schema/tables; nothing is contacted. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './schema/postgres/tables.ts',
  out: './schema/postgres/migrations',
});
