import { dossierDigest } from '../../integrity/dossier-digest.ts';
import { hashOfLines } from '../../integrity/hash-of-lines.ts';
import type { Integrity, StoredDossier } from '../../integrity/integrity.ts';
import type { Awaitable, Connection } from '../connection.ts';
import { descriptorsAt, newestGeneration } from '../ingest/sources.ts';
import { chainFaults, chainRows } from '../registry/chain.ts';
import { hashLines } from '../registry/hash-lines.ts';
import { headState, sealHead } from '../registry/head.ts';
import { inForce } from '../registry/in-force.ts';

/** Runs `work` on a connection of its own that sees one moment, so that a generation published meanwhile is not seen half. */
export type Look = <T>(work: (db: Connection) => Awaitable<T>) => Promise<T>;

type Row = Readonly<{ institution_id: string; hash: string; body: string }>;

/** Dossiers read at a time, some 8 kB each. */
const PAGE = 500;

/** A version of a dossier, once published, stays: pages read one after another are of one generation. */
async function* dossiersOf(look: Look, g: number): AsyncIterable<StoredDossier> {
  const page = (after: string): Promise<readonly Row[]> =>
    look((db) =>
      db
        .prepare<[{ g: number; after: string }], Row>(
          `SELECT institution_id, hash, body FROM dossier d WHERE ${inForce('d')} AND institution_id > :after
           ORDER BY institution_id LIMIT ${PAGE}`,
        )
        .all({ g, after }),
    );
  for (let rows = await page(''); rows.length > 0; rows = await page(rows.at(-1)?.institution_id ?? ''))
    for (const { institution_id: institution, hash, body } of rows)
      yield { institution, hash, whole: dossierDigest(body) === hash };
}

/** True while something accepted waits for the next generation: then rows already say what that one will say. */
const waits = async (db: Connection, newest: number): Promise<boolean> =>
  (await db
    .prepare<[number, number], number>(
      'SELECT EXISTS (SELECT 1 FROM edition WHERE generation > ?) OR EXISTS (SELECT 1 FROM source WHERE first_generation > ?)',
    )
    .pluck()
    .get(newest, newest)) === 1;

const registryHash = async (db: Connection): Promise<string | null> => {
  const newest = await newestGeneration(db);
  if (await waits(db, newest)) return null;
  return hashOfLines(hashLines(db, newest, await descriptorsAt(db, newest)));
};

/**
 * The integrity of a registry, read on connections of their own. `data`: the folder in which the signed head lies; `engineFaults`: what
 * the engine itself finds wrong.
 */
export const integrityOf = (
  look: Look,
  data: string,
  engineFaults: Integrity['engineFaults'],
): Integrity => ({
  engineFaults,
  dossiers: (generation) => dossiersOf(look, generation),
  registryHash: () => look(registryHash),
  chain: () =>
    look(async (db) => {
      const rows = await chainRows(db);
      const unchained = rows.filter(({ chain }) => chain === null).length;
      const newest = rows.at(-1) ?? null;
      return { newest, faults: chainFaults(rows), unchained, ...(await headState(db, data)) };
    }),
  published: () => look(chainRows),
  link: (generation) =>
    look(async (db) => {
      const row = (await chainRows(db)).find(({ number }) => number === generation);
      return row?.chain == null ? undefined : { number: row.number, chain: row.chain };
    }),
  sealAnew: () => look((db) => sealHead(db, data)),
});
