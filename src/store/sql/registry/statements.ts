import { authoritativeKinds, type EvidenceKind } from '../../../../schema/source.ts';
import { nameKeys } from '../../../name-keys/keys.ts';
import type { PendingRecord } from '../../registry-writer.ts';
import type { Connection } from '../connection.ts';

type Place = (pending: PendingRecord, institution: string, generation: number) => Promise<void>;

const ADD_KEY =
  'INSERT INTO name_key (key, form, name, institution_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

/** Enters the keys of a name of an institution. */
type KeyWriter = (value: string, name: number, institution: string) => Promise<void>;

const keysAtOnce = (db: Connection): KeyWriter => {
  const key = db.prepare(ADD_KEY);
  return async (value, name, institution) => {
    const { full, short } = nameKeys(value);
    await key.run(full, 'full', name, institution);
    if (short !== null) await key.run(short, 'short', name, institution);
  };
};

/** Keys that wait: written in their order, so many touch the same pages of the index. */
const WAITING = 200_000;

type WaitingKey = readonly [key: string, form: string, name: number, institution: string];
const byKey = ([a]: WaitingKey, [b]: WaitingKey): number => (a < b ? -1 : a > b ? 1 : 0);

const keysInOrder = (db: Connection): Readonly<{ write: KeyWriter; flush: () => Promise<void> }> => {
  const key = db.prepare<[...WaitingKey]>(ADD_KEY);
  let waiting: WaitingKey[] = [];
  const flush = async (): Promise<void> => {
    const entries = waiting.sort(byKey);
    waiting = [];
    for (const entry of entries) await key.run(...entry);
  };
  return {
    write: async (value, name, institution) => {
      const { full, short } = nameKeys(value);
      waiting.push([full, 'full', name, institution]);
      if (short !== null) waiting.push([short, 'short', name, institution]);
      if (waiting.length >= WAITING) await flush();
    },
    flush,
  };
};

const nameWriter = (db: Connection, writeKeys: KeyWriter): Place => {
  const insert = db
    .prepare<unknown[], number>(
      `INSERT INTO name (institution_id, record, first_generation, value, kind, language, official)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .pluck();
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
      if (made !== undefined) await writeKeys(name.value, made, institution);
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

/**
 * Writes what a placed record states, each statement with its institution and record. `first`: keys of names wait for `flush`, so that
 * those of a whole registry are entered in their order.
 */
export const statementWriter = (
  db: Connection,
  first: boolean,
): Readonly<{ write: Place; flush: () => Promise<void> }> => {
  const keys = first ? keysInOrder(db) : { write: keysAtOnce(db), flush: async () => undefined };
  const names = nameWriter(db, keys.write);
  const credentials = credentialWriter(db);
  const identifier = db.prepare(
    'INSERT INTO identifier (institution_id, record, first_generation, scheme, value) VALUES (?, ?, ?, ?, ?)',
  );
  const campus = db.prepare(
    'INSERT INTO campus (institution_id, record, first_generation, address) VALUES (?, ?, ?, ?)',
  );
  const write: Place = async (pending, institution, generation) => {
    await names(pending, institution, generation);
    await credentials(pending, institution, generation);
    for (const { scheme, value } of pending.record.identifiers)
      await identifier.run(institution, pending.id, generation, scheme, value);
    const address = pending.record.place?.address;
    if (address !== undefined) await campus.run(institution, pending.id, generation, address);
  };
  return { write, flush: keys.flush };
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
  const write = keysAtOnce(db);
  const page = db.prepare<[number], { id: number; value: string; institution_id: string }>(
    'SELECT id, value, institution_id FROM name WHERE id > ? ORDER BY id LIMIT 10000',
  );
  for (let rows = await page.all(0); rows.length > 0; rows = await page.all(rows.at(-1)?.id ?? 0))
    for (const row of rows) await write(row.value, row.id, row.institution_id);
};
