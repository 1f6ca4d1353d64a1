import { defineConfig } from 'drizzle-kit';

/** `npm run migration` writes the next migration from schema/tables; nothing is contacted. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './schema/tables/*.ts',
  out: './schema/migrations',
});
