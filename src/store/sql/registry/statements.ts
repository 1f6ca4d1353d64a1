import { authoritativeKinds, type EvidenceKind } from '../../../../schema/source.ts';
import { nameKeys } from '../../../name-keys/keys.ts';
import type { PendingRecord } from '../../registry-writer.ts';
import type { Connection } from '../connection.ts';

type Place = (pending: PendingRecord, institution: string, generation: number) => Promise<void>;

const ADD_KEY =
  'INSERT INTO name_key (key, form, name, institution_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

const nameWriter = (db: Connection): Place => {
  const insert = db
    .prepare<unknown[], number>(
      `INSERT INTO name (institution_id, record, first_generation, value, kind, language, official)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .pluck();
  const key = db.prepare(ADD_KEY);
  return async ({ id, record, official }, institution, generation) => {
    for (const name of record.names) {
      const made = await insert.get(
        institution,
        id,
        generation,
        name.value,
        name.kind,
        name.language,
        official ? 1 : 0,
      );
      const keys = nameKeys(name.value);
      await key.run(keys.full, 'full', made, institution);
      if (keys.short !== null) await key.run(keys.short, 'short', made, institution);
    }
  };
};

const credentialWriter = (db: Connection): Place => {
  const insert = db.prepare(
    `INSERT INTO credential (institution_id, record, first_generation, gate, code, status, issuer, programme,
     valid_from, valid_until, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return async ({ id, record }, institution, generation) => {
    for (const held of record.credentials)
      await insert.run(
        institution,
        id,
        generation,
        held.gate,
        held.code,
        held.status,
        held.issuer ?? null,
        held.programme ?? null,
        held.validFrom ?? null,
        held.validUntil ?? null,
        JSON.stringify(held),
      );
  };
};

/** Writes what a placed record states, each statement with its institution and record. */
export const statementWriter = (db: Connection): Place => {
  const names = nameWriter(db);
  const credentials = credentialWriter(db);
  const identifier = db.prepare(
    'INSERT INTO identifier (institution_id, record, first_generation, scheme, value) VALUES (?, ?, ?, ?, ?)',
  );
  const campus = db.prepare(
    'INSERT INTO campus (institution_id, record, first_generation, address) VALUES (?, ?, ?, ?)',
  );
  return async (pending, institution, generation) => {
    await names(pending, institution, generation);
    await credentials(pending, institution, generation);
    for (const { scheme, value } of pending.record.identifiers)
      await identifier.run(institution, pending.id, generation, scheme, value);
    const address = pending.record.place?.address;
    if (address !== undefined) await campus.run(institution, pending.id, generation, address);
  };
};

/** Takes back the statements of rows that were misread, or withdrawn by a person: no later generation makes them. */
export const withdrawMisread = async (db: Connection, last: number): Promise<void> => {
  for (const table of ['name', 'identifier', 'credential', 'campus'])
    await db
      .prepare(
        `UPDATE ${table} SET last_generation = :last WHERE last_generation IS NULL AND record IN
         (SELECT id FROM record WHERE (last_generation = :last AND misread = 1) OR (marked = CAST(:last AS BIGINT) + 1 AND misread = 2))`,
      )
      .run({ last });
};

/** True for kinds that come from an authority. */
export const isOfficial = (kind: EvidenceKind): boolean => authoritativeKinds.includes(kind);

/** Writes every name key anew, after the rules of name keys have changed. */
export const rewriteNameKeys = async (db: Connection): Promise<void> => {
  await db.prepare('DELETE FROM name_key').run();
  const key = db.prepare(ADD_KEY);
  const page = db.prepare<[number], { id: number; value: string; institution_id: string }>(
    'SELECT id, value, institution_id FROM name WHERE id > ? ORDER BY id LIMIT 10000',
  );
  for (let rows = await page.all(0); rows.length > 0; rows = await page.all(rows.at(-1)?.id ?? 0))
    for (const row of rows) {
      const keys = nameKeys(row.value);
      await key.run(keys.full, 'full', row.id, row.institution_id);
      if (keys.short !== null) await key.run(keys.short, 'short', row.id, row.institution_id);
    }
};
