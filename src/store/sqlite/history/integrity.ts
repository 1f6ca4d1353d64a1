import { dirname } from 'node:path';
import { dossierDigest } from '../../integrity/dossier-digest.ts';
import { hashOfLines } from '../../integrity/hash-of-lines.ts';
import type { Integrity, StoredDossier } from '../../integrity/integrity.ts';
import { type Connection, openReading } from '../connect.ts';
import { descriptorsAt, newestGeneration } from '../ingest/sources.ts';
import { chainFaults, chainRows } from '../registry/chain.ts';
import { hashLines } from '../registry/hash-lines.ts';
import { headState, sealHead } from '../registry/head.ts';
import { inForce } from '../registry/in-force.ts';

/** Runs `work` within one read transaction, so that a generation published meanwhile is not seen half. */
const reading = async <T>(file: string, work: (db: Connection) => T | Promise<T>): Promise<T> => {
  const db = openReading(file);
  try {
    db.exec('BEGIN');
    return await work(db);
  } finally {
    db.close();
  }
};

type Row = Readonly<{ institution_id: string; hash: string; body: string }>;

async function* dossiersOf(file: string, g: number): AsyncIterable<StoredDossier> {
  const db = openReading(file);
  try {
    const rows = db.prepare<[{ g: number }], Row>(
      `SELECT institution_id, hash, body FROM dossier d WHERE ${inForce('d')} ORDER BY institution_id`,
    );
    for (const { institution_id: institution, hash, body } of rows.iterate({ g }))
      yield { institution, hash, whole: dossierDigest(body) === hash };
  } finally {
    db.close();
  }
}

/** True while something accepted waits for the next generation: then rows already say what that one will say. */
const waits = (db: Connection, newest: number): boolean =>
  db
    .prepare<[number, number], number>(
      `SELECT EXISTS (SELECT 1 FROM edition WHERE generation > ?) OR EXISTS (SELECT 1 FROM source WHERE first_generation > ?)`,
    )
    .pluck()
    .get(newest, newest) === 1;

const registryHash = (db: Connection): Promise<string | null> => {
  const newest = newestGeneration(db);
  if (waits(db, newest)) return Promise.resolve(null);
  return hashOfLines(hashLines(db, newest, descriptorsAt(db, newest)));
};

/** The integrity of the registry in this file, read on connections of its own. */
export const integrityOf = (file: string): Integrity => ({
  engineFaults: () =>
    reading(file, (db) =>
      db
        .prepare<[], string>('PRAGMA integrity_check')
        .pluck()
        .all()
        .filter((line) => line !== 'ok'),
    ),
  dossiers: (generation) => dossiersOf(file, generation),
  registryHash: () => reading(file, registryHash),
  chain: () =>
    reading(file, (db) => {
      const rows = chainRows(db);
      const unchained = rows.filter(({ chain }) => chain === null).length;
      const newest = rows.at(-1) ?? null;
      return { newest, faults: chainFaults(rows), unchained, ...headState(db, dirname(file)) };
    }),
  published: () => reading(file, chainRows),
  link: (generation) =>
    reading(file, (db) => {
      const row = chainRows(db).find(({ number }) => number === generation);
      return row?.chain == null ? undefined : { number: row.number, chain: row.chain };
    }),
  sealAnew: () => reading(file, (db) => sealHead(db, dirname(file))),
});
