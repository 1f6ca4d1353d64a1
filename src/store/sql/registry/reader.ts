import type { Dossier, EvidenceRef } from '../../../../schema/institution.ts';
import { AlteredRecordError } from '../../integrity/altered-record.ts';
import { dossierDigest } from '../../integrity/dossier-digest.ts';
import type { KeptRow, Reader, Reference } from '../../registry-reader.ts';
import type { Awaitable, Connection } from '../connection.ts';
import { readSnapshot, SNAPSHOT, type SnapshotRow } from '../ingest/snapshots.ts';
import { changesAfter } from './changes-after.ts';
import { dossierCache } from './dossier-cache.ts';
import { finders } from './find.ts';
import { inForce } from './in-force.ts';
import { institutionCounter, institutionLister } from './list-institutions.ts';
import { namedFor } from './named-for.ts';
import { listNames } from './names.ts';
import { provincesOn } from './provinces-on.ts';
import { loadReference, newestAsOf } from './reference.ts';
import { readRecord } from './rows.ts';

type At = { g: number };

type Open = { asOf: string | null; seenLast: string | null } & Pick<EvidenceRef, 'current' | 'source'>;

/** The dossier as compiled, its current evidence dated by the newest edition of its list: `dated`, in place and so for less. */
const readDossier = (body: string, newest: ReadonlyMap<string, string | null>): Dossier => {
  const dossier = JSON.parse(body) as Dossier;
  for (const item of dossier.evidence as readonly Open[]) {
    if (!item.current) continue;
    const date = newest.get(item.source) ?? null;
    item.seenLast ??= date;
    item.asOf ??= date;
  }
  return dossier;
};

type StoredDossier = Readonly<{ body: string; hash: string }>;

/**
 * Reads dossiers of one generation. Each is compared with its hash when it is read from the database; one that differs is noted in
 * `altered` and thrown as AlteredRecordError, each time it is asked for.
 */
const dossierReader = (db: Connection, g: number, newest: ReadonlyMap<string, string | null>) => {
  const current = db.prepare<[string], StoredDossier>(
    'SELECT body, hash FROM dossier WHERE institution_id = ? AND last_generation IS NULL',
  );
  const past = db.prepare<[At & { id: string }], StoredDossier>(
    `SELECT body, hash FROM dossier d WHERE d.institution_id = :id AND ${inForce('d')}`,
  );
  const kept = dossierCache();
  const altered = new Set<string>();
  const verified = (id: string, found: StoredDossier | undefined): Dossier | undefined => {
    if (found === undefined) return undefined;
    if (dossierDigest(found.body) === found.hash) return readDossier(found.body, newest);
    altered.add(id);
    throw new AlteredRecordError(id);
  };
  const remembering = (read: (id: string) => Awaitable<StoredDossier | undefined>) => async (id: string) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const found = await read(id);
    const dossier = verified(id, found);
    if (found !== undefined && dossier !== undefined) kept.set(id, dossier, found.body.length);
    return dossier;
  };
  return {
    altered,
    newest: remembering((id) => current.get(id)),
    past: remembering((id) => past.get({ id, g })),
  };
};

const redirectMap = async (db: Connection, g: number): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await db
      .prepare<[At], [string, string]>(
        `SELECT institution_id, into_id FROM merger m WHERE ${inForce('m')} ORDER BY m.id`,
      )
      .raw()
      .all({ g }),
  );

type KeptRowRow = SnapshotRow & {
  row: number;
  body: string;
  institution_id: string | null;
  misread: number;
};

const keptReader = (db: Connection, g: number, redirects: ReadonlyMap<string, string>) => {
  const page = db.prepare<[string], SnapshotRow>(
    `SELECT ${SNAPSHOT} FROM snapshot s WHERE s.sha256 = ? ORDER BY s.id LIMIT 1`,
  );
  const kept = db.prepare<[At & { sha256: string; row: number }], KeptRowRow>(
    `SELECT ${SNAPSHOT}, r.row, r.body, r.institution_id, r.misread FROM snapshot s JOIN record r ON r.snapshot = s.id
     WHERE s.sha256 = :sha256 AND r.row = :row AND r.first_generation <= :g
     ORDER BY r.misread, r.institution_id IS NULL, r.id DESC LIMIT 1`,
  );
  const keptRow = async (sha256: string, row: number): Promise<KeptRow | undefined> => {
    const found = await kept.get({ sha256, row, g });
    if (found === undefined) return undefined;
    const { row: number, body, institution_id, misread, ...page } = found;
    const withdrawn = misread === 2;
    return {
      snapshot: readSnapshot(page),
      row: number,
      raw: readRecord({ row: number, body }).raw,
      institution: withdrawn ? null : (redirects.get(institution_id ?? '') ?? institution_id),
      withdrawn,
    };
  };
  const snapshot = async (sha256: string) => {
    const found = await page.get(sha256);
    return found === undefined ? undefined : readSnapshot(found);
  };
  return { snapshot, keptRow };
};

const lister = (db: Connection, g: number, newest: boolean, redirects: ReadonlyMap<string, string>) => {
  const ids = db
    .prepare<[At & { after: string; limit: number }], string>(
      `SELECT d.institution_id FROM dossier d WHERE d.institution_id > :after AND ${inForce('d')}
       ORDER BY d.institution_id LIMIT :limit`,
    )
    .pluck();
  const on = db
    .prepare<[At & { source: string }], string>(
      `SELECT DISTINCT institution_id FROM record r WHERE r.source = :source AND ${inForce('r')}
       AND r.institution_id IS NOT NULL AND r.kind = 'institution' ORDER BY institution_id`,
    )
    .pluck();
  // Of the newest generation an index of its own holds them all, and nothing else.
  const current = db
    .prepare<[], number>('SELECT count(*) FROM dossier WHERE last_generation IS NULL')
    .pluck();
  const past = db.prepare<[At], number>(`SELECT count(*) FROM dossier d WHERE ${inForce('d')}`).pluck();
  const counts = db.prepare<
    [At],
    { institutions: number; names: number; credentials: number; records: number }
  >(
    `SELECT (SELECT count(*) FROM dossier d WHERE ${inForce('d')}) AS institutions,
       (SELECT count(*) FROM (SELECT DISTINCT institution_id, value, kind FROM name n WHERE ${inForce('n')})) AS names,
       (SELECT count(*) FROM credential c WHERE ${inForce('c')}) AS credentials,
       (SELECT count(*) FROM record r WHERE ${inForce('r')}) AS records`,
  );
  return {
    institutionsFor: namedFor(db, g, redirects),
    provincesOn: provincesOn(db, g),
    institutionsOn: async (source: string) =>
      (await on.all({ source, g })).map((id) => redirects.get(id) ?? id),
    institutionIds: async (after: string | null, limit: number) => ids.all({ after: after ?? '', limit, g }),
    institutionCount: async () => (await (newest ? current.get() : past.get({ g }))) ?? 0,
    counts: async () =>
      (await counts.get({ g })) ?? { institutions: 0, names: 0, credentials: 0, records: 0 },
  };
};

/**
 * The registry in one generation. The connection must hold a read transaction that began when this generation was published
 * (`newest`), or be asked for a past one, where versions are chosen by their generations. `before`: what
 * is known of the same generation, or of an earlier one.
 */
export const createReader = async (
  db: Connection,
  generation: number,
  newest: boolean,
  before?: Reference,
): Promise<Reader> => {
  const reference = before?.generation === generation ? before : await loadReference(db, generation, before);
  const dates = new Map([...reference.sources].map(([id, state]) => [id, newestAsOf(state)]));
  const redirects = await redirectMap(db, generation);
  const dossiers = dossierReader(db, generation, dates);
  return {
    generation,
    reference,
    ...finders(db, generation, newest, redirects),
    dossier: newest ? dossiers.newest : dossiers.past,
    altered: dossiers.altered,
    redirect: async (id) => redirects.get(id),
    ...keptReader(db, generation, redirects),
    ...lister(db, generation, newest, redirects),
    changesAfter: changesAfter(db, generation),
    listInstitutions: institutionLister(db),
    countInstitutions: institutionCounter(db),
    names: () => listNames(db, generation, redirects),
  };
};
