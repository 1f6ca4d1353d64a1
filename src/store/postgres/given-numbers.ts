import type { Connection } from '../sql/connection.ts';
import { registryTables, serviceTables } from '../sql/tables.ts';

/** After rows came with numbers of their own: the next row that comes without gets the number after the highest. */
export const goOnAfter = async (db: Connection, which: 'registry' | 'service'): Promise<void> => {
  for (const { name, key, numbered } of which === 'registry' ? registryTables : serviceTables)
    if (numbered)
      await db.exec(
        `SELECT setval(pg_get_serial_sequence('licet.${name}', '${key[0]}'), max(${key[0]})) FROM licet.${name}
         HAVING max(${key[0]}) IS NOT NULL`,
      );
};
