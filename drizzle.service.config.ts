import { defineConfig } from 'drizzle-kit';

/** `npm run migration:service` writes the next migration of service.db from schema/tables/service; nothing is contacted. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './schema/tables/service/*.ts',
  out: './schema/service-migrations',
});
