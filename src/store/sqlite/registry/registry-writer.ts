import type { Dossier } from '../../../../schema/institution.ts';
import type { Identifier, IdentifierScheme } from '../../../../schema/record.ts';
import type { IdentifierMatch, NameMatch, PendingRecord, RegistryWriter } from '../../registry-writer.ts';
import type { Connection } from '../connect.ts';
import { descriptorsAt, newestGeneration } from '../ingest/sources.ts';
import { hashLines } from './hash-lines.ts';
import { JUDGEMENT_WAITS, judgementWriter } from './judgements.ts';
import { pendingReader, recordReader } from './registry-records.ts';
import { rewriteNameKeys, statementWriter, withdrawMisread } from './statements.ts';
import { translationWriter } from './translations.ts';

const BEARERS = `SELECT coalesce(i.merged_into, i.id) AS institution, i.id AS bearer, n.value AS name, n.kind, n.language,
    n.official, i.province, i.city
  FROM name_key k JOIN name n ON n.id = k.name JOIN institution i ON i.id = k.institution_id`;
/** An institution and those that were merged into it. */
const ITSELF = 'SELECT ? UNION ALL SELECT id FROM institution WHERE merged_into = ?';
/** Names of one core in one city that are looked at: past this, a core says nothing. */
const MOST_ALIKE = 60;

type NameMatchRow = Omit<NameMatch, 'official'> & Readonly<{ official: number }>;
const nameMatch = ({ official, ...rest }: NameMatchRow): NameMatch => ({ ...rest, official: official === 1 });

const finder = (db: Connection) => {
  const identifier = db.prepare<[string, string], IdentifierMatch>(
    `SELECT coalesce(i.merged_into, i.id) AS institution, i.id AS bearer, d.scheme, i.province, i.city
     FROM identifier d JOIN institution i ON i.id = d.institution_id
     WHERE d.value = ? AND d.scheme = ? AND d.last_generation IS NULL`,
  );
  const name = db.prepare<[string], NameMatchRow>(
    `${BEARERS} WHERE k.key = ? AND k.form = 'full' AND n.last_generation IS NULL`,
  );
  const short = db.prepare<[string, string | null], NameMatchRow>(
    `${BEARERS} WHERE k.key = ? AND i.city IS ? AND n.last_generation IS NULL LIMIT ${MOST_ALIKE}`,
  );
  const numbers = db.prepare<[string, string], Identifier>(
    `SELECT DISTINCT d.scheme, d.value FROM record r JOIN identifier d ON d.record = r.id
     WHERE r.institution_id IN (${ITSELF}) AND d.last_generation IS NULL`,
  );
  const names = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT n.value FROM record r JOIN name n ON n.record = r.id
       WHERE r.institution_id IN (${ITSELF}) AND n.kind IN ('legal', 'second', 'former')
         AND n.last_generation IS NULL`,
    )
    .pluck();
  const known = db.prepare('SELECT 1 FROM institution WHERE id = ?');
  return {
    findIdentifier: async (scheme: IdentifierScheme, value: string) => identifier.all(value, scheme),
    findName: async (key: string) => name.all(key).map(nameMatch),
    findInCity: async (key: string, city: string) => short.all(key, city).map(nameMatch),
    identifiersOf: async (id: string) => numbers.all(id, id),
    namesOf: async (id: string) => names.all(id, id),
    hasInstitution: async (id: string) => known.get(id) !== undefined,
  };
};

const placer = (db: Connection, next: number) => {
  const add = db.prepare(
    'INSERT INTO institution (id, first_generation, province, city) VALUES (?, ?, ?, ?)',
  );
  const assign = db.prepare('UPDATE record SET institution_id = ? WHERE id = ?');
  const city = db.prepare('UPDATE institution SET city = ? WHERE id = ? AND city IS NULL AND province IS ?');
  const write = statementWriter(db);
  return {
    addInstitution: async (id: string, place: { province: string | null; city: string | null }) => {
      add.run(id, next, place.province, place.city);
    },
    place: async (pending: PendingRecord, institution: string) => {
      assign.run(institution, pending.id);
      write(pending, institution, next);
      const { place } = pending.record;
      if (place?.city !== undefined) city.run(place.city, institution, place.province ?? null);
    },
  };
};

const affectedReader = (db: Connection, next: number) => {
  const all = db.prepare<[], string>('SELECT id FROM institution ORDER BY id').pluck();
  const some = db
    .prepare<[number, number, number, number, number], string>(
      `SELECT coalesce(i.merged_into, i.id) FROM institution i WHERE i.id IN (
         SELECT institution_id FROM record WHERE first_generation = ?
         UNION SELECT institution_id FROM record WHERE last_generation = ?
         UNION SELECT institution_id FROM record WHERE marked = ?
         UNION SELECT institution_id FROM record
           WHERE source IN (SELECT id FROM source WHERE first_generation = ? AND first_generation > 1))
       UNION SELECT institution_id FROM merger WHERE first_generation = ?
       ORDER BY 1`,
    )
    .pluck();
  return (everything: boolean): readonly string[] =>
    everything ? all.all() : some.all(next, next - 1, next, next, next);
};

const dossierWriter = (db: Connection, next: number) => {
  const current = db.prepare<[string], { id: number; hash: string; first_generation: number }>(
    'SELECT id, hash, first_generation FROM dossier WHERE institution_id = ? AND last_generation IS NULL',
  );
  const close = db.prepare('UPDATE dossier SET last_generation = ? WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO dossier (institution_id, first_generation, hash, province, city, district, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const title = db.prepare(
    'UPDATE institution SET title_zh = ?, title_en = ?, province = ?, city = ? WHERE id = ?',
  );
  const translate = translationWriter(db, next);
  return (institution: string, dossier: Dossier | null, hash: string): boolean => {
    const known = current.get(institution);
    if (known?.hash === hash || (known === undefined && dossier === null)) return false;
    if (known) close.run(next - 1, known.id);
    translate(institution, dossier?.title.translation ?? null);
    if (dossier === null) return true;
    const { province = null, city = null, district = null } = dossier.place;
    insert.run(institution, next, hash, province, city, district, JSON.stringify(dossier));
    title.run(dossier.title.zh, dossier.title.en, province, city, institution);
    return true;
  };
};

/** True when anything accepted, registered or judged waits for publication. */
export const isPending = (db: Connection, code: string): boolean => {
  const newest = newestGeneration(db);
  const row = db
    .prepare<[number, number, number, number, string], { pending: number }>(
      `SELECT EXISTS (SELECT 1 FROM edition WHERE generation > ?) OR EXISTS (SELECT 1 FROM source WHERE first_generation > ?)
       OR ${JUDGEMENT_WAITS}
       OR EXISTS (SELECT 1 FROM generation WHERE number = ? AND code <> ?) AS pending`,
    )
    .get(newest, newest, newest, newest, code);
  return row?.pending === 1;
};

/** The registry inside reconcile's transaction. */
export const registryWriter = (db: Connection, recode: boolean): RegistryWriter => {
  const next = newestGeneration(db) + 1;
  const descriptors = descriptorsAt(db, next);
  withdrawMisread(db, next - 1);
  if (recode) rewriteNameKeys(db);
  const affected = affectedReader(db, next);
  const records = recordReader(db, descriptors);
  const save = dossierWriter(db, next);
  return {
    next,
    ...pendingReader(db, next, descriptors),
    ...finder(db),
    ...placer(db, next),
    ...judgementWriter(db, next),
    affected: async (everything) => affected(everything),
    recordsOf: async (institution) => records(institution),
    saveDossier: async (institution, dossier, hash) => save(institution, dossier, hash),
    hashLines: () => hashLines(db, next, descriptors),
  };
};
