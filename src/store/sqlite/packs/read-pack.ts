import { hash } from 'node:crypto';
import { AlteredRecordError } from '../../integrity/altered-record.ts';
import { dossierDigest } from '../../integrity/dossier-digest.ts';
import type { PackRows } from '../../packs.ts';
import { type Connection, openReading } from '../connect.ts';
import { descriptorsAt, newestGeneration } from '../ingest/sources.ts';
import { layoutText, type Travelling, travelling } from './travelling.ts';

const LAYOUT = hash('sha256', layoutText, 'hex').slice(0, 16);

/** A value as it stands in a line: text that is JSON already is not quoted again. */
const written = (value: unknown, json: boolean): string =>
  json && typeof value === 'string' ? value : JSON.stringify(value);

function* linesOf(db: Connection, { file, table, columns, key }: Travelling): Iterable<string> {
  const order = key.map(({ column }) => `"${column}"`).join(', ');
  const rows = db
    .prepare<[], unknown[]>(
      `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM "${table}" ORDER BY ${order}`,
    )
    .raw()
    .iterate();
  const at = (member: string): number => columns.findIndex((one) => one.member === member);
  const [body, digest, id] = [at('body'), at('hash'), at('institution')];
  for (const row of rows) {
    if (file === 'institutions.ndjson' && dossierDigest(String(row[body])) !== row[digest])
      throw new AlteredRecordError(String(row[id]));
    yield `{${columns.map(({ member, json }, place) => `"${member}":${written(row[place], json)}`).join(',')}}`;
  }
}

type Newest = Pick<PackRows, 'at' | 'registryHash' | 'code' | 'chain'>;

/** All that travels, as this connection sees it; the connection must stay in one transaction. */
export const packRows = (db: Connection): PackRows => {
  const generation = newestGeneration(db);
  const newest = db
    .prepare<[number], Newest>(
      "SELECT at, registry_hash AS registryHash, code, coalesce(chain, '') AS chain FROM generation WHERE number = ?",
    )
    .get(generation) ?? { at: '', registryHash: '', code: '', chain: '' };
  const counts = db
    .prepare<[], [string, number]>('SELECT source, count(*) FROM record GROUP BY source')
    .raw();
  return {
    generation,
    ...newest,
    layout: LAYOUT,
    descriptors: descriptorsAt(db, generation),
    rowCounts: new Map(counts.all()),
    pages: db
      .prepare<[], { sha256: string; source: string }>('SELECT sha256, source FROM snapshot ORDER BY id')
      .all(),
    files: travelling.map(({ file, key }) => ({ name: file, key: key.map(({ member }) => member) })),
    lines: (name) => {
      const found = travelling.find(({ file }) => file === name);
      return found === undefined ? [] : linesOf(db, found);
    },
  };
};

/** Reads the newest generation in a read transaction of its own. */
export const readPack = async <T>(file: string, work: (rows: PackRows) => Promise<T>): Promise<T> => {
  const db = openReading(file);
  try {
    db.exec('BEGIN');
    return await work(packRows(db));
  } finally {
    db.close();
  }
};
