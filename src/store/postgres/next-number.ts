import type { Connection } from '../sql/connection.ts';

/** After rows of a table came with numbers of their own: the next row that comes without gets the number after the highest. */
export const goOnIn = async (db: Connection, table: string, key: string): Promise<void> => {
  await db.exec(
    `SELECT setval(pg_get_serial_sequence('licet.${table}', '${key}'), max(${key})) FROM licet.${table}
     HAVING max(${key}) IS NOT NULL`,
  );
};
