import { hash } from 'node:crypto';
import { AlteredRecordError } from '../../integrity/altered-record.ts';
import { dossierDigest } from '../../integrity/dossier-digest.ts';
import type { PackRows } from '../../packs.ts';
import type { Connection } from '../connection.ts';
import { descriptorsAt, newestGeneration } from '../ingest/sources.ts';
import { layoutText, type Travelling, travelling } from './travelling.ts';

const LAYOUT = hash('sha256', layoutText, 'hex').slice(0, 16);

/** A value as it stands in a line: text that is JSON already is not quoted again. */
const written = (value: unknown, json: boolean): string =>
  json && typeof value === 'string' ? value : JSON.stringify(value);

/** Rows read at a time; a dossier has some 8 kB. */
const PAGE = 1000;

/** All rows of a table in the order of their keys, some at a time. */
async function* rowsOf(db: Connection, { table, columns, key }: Travelling): AsyncIterable<unknown[]> {
  const keys = key.map(({ column }) => `"${column}"`).join(', ');
  const select = `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM "${table}"`;
  const page = `ORDER BY ${keys} LIMIT ${PAGE}`;
  const after = db
    .prepare<unknown[], unknown[]>(`${select} WHERE (${keys}) > (${key.map(() => '?').join(', ')}) ${page}`)
    .raw();
  const places = key.map((one) => columns.indexOf(one));
  let rows = await db.prepare<[], unknown[]>(`${select} ${page}`).raw().all();
  while (rows.length > 0) {
    yield* rows;
    const last = rows.at(-1) ?? [];
    rows = rows.length < PAGE ? [] : await after.all(...places.map((place) => last[place]));
  }
}

async function* linesOf(db: Connection, what: Travelling): AsyncIterable<string> {
  const { file, columns } = what;
  const at = (member: string): number => columns.findIndex((one) => one.member === member);
  const [body, digest, id] = [at('body'), at('hash'), at('institution')];
  for await (const row of rowsOf(db, what)) {
    if (file === 'institutions.ndjson' && dossierDigest(String(row[body])) !== row[digest])
      throw new AlteredRecordError(String(row[id]));
    yield `{${columns.map(({ member, json }, place) => `"${member}":${written(row[place], json)}`).join(',')}}`;
  }
}

type Newest = Pick<PackRows, 'at' | 'registryHash' | 'code' | 'chain'>;

/** All that travels, as this connection sees it; the connection must stay in one transaction. */
export const packRows = async (db: Connection): Promise<PackRows> => {
  const generation = await newestGeneration(db);
  const newest = (await db
    .prepare<[number], Newest>(
      "SELECT at, registry_hash AS registryHash, code, coalesce(chain, '') AS chain FROM generation WHERE number = ?",
    )
    .get(generation)) ?? { at: '', registryHash: '', code: '', chain: '' };
  const counts = db
    .prepare<[], [string, number]>('SELECT source, count(*) FROM record GROUP BY source ORDER BY source')
    .raw();
  return {
    generation,
    ...newest,
    layout: LAYOUT,
    descriptors: await descriptorsAt(db, generation),
    rowCounts: new Map(await counts.all()),
    pages: await db
      .prepare<[], { sha256: string; source: string }>('SELECT sha256, source FROM snapshot ORDER BY id')
      .all(),
    files: travelling.map(({ file, key }) => ({ name: file, key: key.map(({ member }) => member) })),
    lines: (name) => {
      const found = travelling.find(({ file }) => file === name);
      if (found === undefined) throw new Error(`packs have no file ${name}`);
      return linesOf(db, found);
    },
  };
};
