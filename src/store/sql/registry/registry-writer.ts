import type { CompiledDossier, RegistryWriter } from '../../registry-writer.ts';
import type { Awaitable, Connection } from '../connection.ts';
import { descriptorsAt, newestGeneration } from '../ingest/sources.ts';
import { withdrawMisread } from '../ingest/taken-back.ts';
import { manyRows } from '../many-rows.ts';
import { onFirstNight } from './first-night.ts';
import { hashLines } from './hash-lines.ts';
import { JUDGEMENT_WAITS, judgementWriter } from './judgements.ts';
import { linkBook } from './linking.ts';
import { placing } from './placing.ts';
import { pendingReader, recordReader } from './registry-records.ts';
import { keptRecords, readRecord } from './rows.ts';
import { sideFinder } from './sides.ts';
import { rewriteNameKeys } from './statements.ts';

/** Records whose rows, or the descriptors of whose rows, changed since the last generation. */
const CHANGED = `SELECT institution_id FROM record WHERE first_generation = :next
  UNION SELECT institution_id FROM record WHERE last_generation = :next - 1
  UNION SELECT institution_id FROM record WHERE marked = :next
  UNION SELECT institution_id FROM record
    WHERE source IN (SELECT id FROM source WHERE first_generation = :next AND first_generation > 1)`;

const affectedReaders = (db: Connection, next: number) => {
  const all = db.prepare<[], string>('SELECT id FROM institution ORDER BY id').pluck();
  const changed = db
    .prepare<[{ next: number }], string>(`SELECT id FROM institution WHERE id IN (${CHANGED}) ORDER BY id`)
    .pluck();
  const some = db
    .prepare<[{ next: number }], string>(
      `SELECT coalesce(i.merged_into, i.id) FROM institution i WHERE i.id IN (${CHANGED})
       UNION SELECT institution_id FROM merger WHERE first_generation = :next ORDER BY 1`,
    )
    .pluck();
  return {
    changed: async (everything: boolean): Promise<readonly string[]> =>
      everything ? all.all() : changed.all({ next }),
    affected: async (everything: boolean): Promise<readonly string[]> =>
      everything ? all.all() : some.all({ next }),
  };
};

/** Most dossiers that change leave title and place as they are, and a row that is written as it was costs a page all the same. */
const CHANGES = ['title_zh', 'title_en', 'province', 'city']
  .map((column, at) => `coalesce(${column}, '') <> coalesce(v.column${at + 1}, '')`)
  .join(' OR ');

const dossierWriter = (db: Connection, next: number) => {
  const current = db.prepare<[string], { id: number; hash: string; first_generation: number }>(
    'SELECT id, hash, first_generation FROM dossier WHERE institution_id = ? AND last_generation IS NULL',
  );
  const close = db.prepare('UPDATE dossier SET last_generation = ? WHERE id = ?');
  const rows = manyRows(
    db,
    7,
    (values) =>
      `INSERT INTO dossier (institution_id, first_generation, hash, province, city, district, body) ${values}`,
  );
  const titles = manyRows(
    db,
    5,
    (values) =>
      `UPDATE institution SET title_zh = v.column1, title_en = v.column2, province = v.column3, city = v.column4
       FROM (${values}) v WHERE institution.id = v.column5 AND (${CHANGES})`,
  );
  const save = async (institution: string, compiled: CompiledDossier | null): Promise<boolean> => {
    // Before the first generation nothing was compiled, and each dossier is compiled once.
    const known = next === 1 ? undefined : await current.get(institution);
    if (known === undefined ? compiled === null : known.hash === compiled?.hash) return false;
    if (known) await close.run(next - 1, known.id);
    if (compiled === null) return true;
    const { dossier, body, hash } = compiled;
    const { province = null, city = null, district = null } = dossier.place;
    await rows.add(institution, next, hash, province, city, district, body);
    await titles.add(dossier.title.zh, dossier.title.en, province, city, institution);
    return true;
  };
  const flush = async (): Promise<void> => {
    await rows.flush();
    await titles.flush();
  };
  return { save, flush };
};

/** True when anything accepted, registered, judged or withdrawn waits for publication. */
export const isPending = async (db: Connection, code: string): Promise<boolean> => {
  const newest = await newestGeneration(db);
  const row = await db
    .prepare<[number, number, number, number, number, string], { pending: number }>(
      `SELECT EXISTS (SELECT 1 FROM edition WHERE generation > ?) OR EXISTS (SELECT 1 FROM source WHERE first_generation > ?)
       OR ${JUDGEMENT_WAITS} OR EXISTS (SELECT 1 FROM withdrawal WHERE generation > ?)
       OR EXISTS (SELECT 1 FROM generation WHERE number = ? AND code <> ?) AS pending`,
    )
    .get(newest, newest, newest, newest, newest, code);
  return row?.pending === 1;
};

/** What ends before indexes that were taken away are made again. */
export type PutBack = (after: 'placing' | 'compiling') => Awaitable<void>;

/**
 * Takes away indexes that nobody asks while rows are placed, or dossiers compiled, and gives what makes them again: sorting all entries at the end costs a
 * fraction of entering each where it belongs, the smaller the larger the registry is.
 */
export type SetAside = (db: Connection) => Awaitable<PutBack>;

/** The registry inside reconcile's transaction. `setAside`: where an engine can, for the first night. */
export const registryWriter = async (
  db: Connection,
  recode: boolean,
  setAside?: SetAside,
): Promise<RegistryWriter> => {
  const next = (await newestGeneration(db)) + 1;
  const descriptors = await descriptorsAt(db, next);
  await withdrawMisread(db, next - 1);
  if (recode) await rewriteNameKeys(db);
  const { affected, changed } = affectedReaders(db, next);
  // On a first night a row is placed long before it is compiled, and no other row is asked for twice.
  const recordIn = next === 1 ? readRecord : keptRecords();
  const records = recordReader(db, descriptors, recordIn);
  const dossiers = dossierWriter(db, next);
  const { settle, ...placed } = await placing(db, next);
  const { flush, ...book } = linkBook(db, next, descriptors, changed, recordIn);
  const { pending, pendingRecords } = pendingReader(db, next, descriptors, recordIn);
  const writer: RegistryWriter = {
    next,
    pending,
    pendingRecords: async (ids) => {
      await settle();
      return pendingRecords(ids);
    },
    ...placed,
    ...book,
    endPlacing: async () => {
      await placed.endPlacing();
      await flush();
    },
    ...judgementWriter(db, next),
    ...sideFinder(db),
    affected: async (everything) => affected(everything),
    recordsOf: async (institutions) => records(institutions),
    saveDossier: async (institution, compiled) => dossiers.save(institution, compiled),
    hashLines: async function* () {
      await dossiers.flush();
      yield* hashLines(db, next, descriptors);
    },
  };
  return next === 1 ? onFirstNight(writer, (await setAside?.(db)) ?? (() => undefined)) : writer;
};
