import { openReading } from '../../src/store/sqlite/connect.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';
import type { Toy } from '../support/toy-night.ts';

const TABLES = ['record', 'edition', 'run', 'issue', 'dossier', 'institution', 'name', 'generation'];

/** All that a registry holds, but for its notes of what rows were read from. */
export const contents = ({ root }: Toy): string => {
  const db = openReading(registryFile(root));
  const all = TABLES.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]);
  db.close();
  return JSON.stringify(all);
};
