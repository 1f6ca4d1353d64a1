import type { Connection } from '../sql/connection.ts';
import { registryTables, serviceTables } from '../sql/tables.ts';
import { goOnIn } from './next-number.ts';

/** After rows of any table came with numbers of their own: the next row that comes without gets the number after the highest. */
export const goOnAfter = async (db: Connection, which: 'registry' | 'service'): Promise<void> => {
  for (const { name, key, numbered } of which === 'registry' ? registryTables : serviceTables)
    if (numbered) await goOnIn(db, name, key[0] ?? 'id');
};
