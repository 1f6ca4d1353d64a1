import { authoritativeKinds, type EvidenceKind } from '../../../../schema/source.ts';
import { nameKeys } from '../../../name-keys/keys.ts';
import type { PendingRecord } from '../../registry-writer.ts';
import type { Awaitable, Connection } from '../connection.ts';
import { type ManyRows, manyRows, numbersAfter } from '../many-rows.ts';
import { bearsNumber } from './find.ts';

type Place = (pending: PendingRecord, institution: string, generation: number) => Promise<void>;
type Writer = Readonly<{ write: Place; flush: () => Promise<void> }>;

/** Enters the keys of a name of an institution; `flush` writes those that wait. */
type KeyWriter = Readonly<{
  write(value: string, name: number, institution: string): Awaitable<void>;
  flush(): Promise<void>;
}>;

const keyRows = (db: Connection): ManyRows =>
  manyRows(
    db,
    4,
    (values) => `INSERT INTO name_key (key, form, name, institution_id) ${values} ON CONFLICT DO NOTHING`,
  );

/** Enters each key at once, or some at a time. */
export const keysAsTheyCome = (db: Connection): KeyWriter => {
  const rows = keyRows(db);
  return {
    write: async (value, name, institution) => {
      const { full, short } = nameKeys(value);
      await rows.add(full, 'full', name, institution);
      if (short !== null) await rows.add(short, 'short', name, institution);
    },
    flush: rows.flush,
  };
};

/** Keys that wait: written in their order, so many touch the same pages of the index. */
const WAITING = 200_000;

type WaitingKey = readonly [key: string, form: string, name: number, institution: string];
const byKey = ([a]: WaitingKey, [b]: WaitingKey): number => (a < b ? -1 : a > b ? 1 : 0);

const keysInOrder = (db: Connection): KeyWriter => {
  const rows = keyRows(db);
  let waiting: WaitingKey[] = [];
  const flush = async (): Promise<void> => {
    const entries = waiting.sort(byKey);
    waiting = [];
    for (const entry of entries) await rows.add(...entry);
    await rows.flush();
  };
  return {
    write: (value, name, institution) => {
      const { full, short } = nameKeys(value);
      waiting.push([full, 'full', name, institution]);
      if (short !== null) waiting.push([short, 'short', name, institution]);
      return waiting.length < WAITING ? undefined : flush();
    },
    flush,
  };
};

/** Columns that every statement begins with. */
const OF = 'institution_id, record, first_generation';

/**
 * Names that an institution bears already stand under their keys, and a newer version of a row that states them again enters none: each would be
 * an entry somewhere else in the largest index there is.
 */
const nameWriter = async (db: Connection, keys: KeyWriter): Promise<Writer> => {
  const numberOf = await numbersAfter(db, 'name');
  const borne = db.prepare<[institution: string, value: string, kind: string], unknown>(
    'SELECT 1 FROM name WHERE institution_id = ? AND value = ? AND kind = ? AND last_generation IS NULL LIMIT 1',
  );
  const rows = manyRows(
    db,
    8,
    (values) => `INSERT INTO name (id, ${OF}, value, kind, language, official) ${values}`,
  );
  const write: Place = async ({ id, record, official, previous }, institution, generation) => {
    for (const { value, kind, language } of record.names) {
      const number = numberOf();
      const known = previous === institution && (await borne.get(institution, value, kind)) !== undefined;
      await rows.add(number, institution, id, generation, value, kind, language, official ? 1 : 0);
      if (!known) await keys.write(value, number, institution);
    }
  };
  return { write, flush: rows.flush };
};

const credentialWriter = (db: Connection): Writer => {
  const rows = manyRows(
    db,
    11,
    (values) =>
      `INSERT INTO credential (${OF}, gate, code, status, issuer, programme, valid_from, valid_until, body) ${values}`,
  );
  const write: Place = async ({ id, record }, institution, generation) => {
    for (const held of record.credentials) {
      const { gate, code, status, issuer = null, programme = null } = held;
      const dates = [held.validFrom ?? null, held.validUntil ?? null];
      const body = JSON.stringify(held);
      await rows.add(institution, id, generation, gate, code, status, issuer, programme, ...dates, body);
    }
  };
  return { write, flush: rows.flush };
};

/** A number that an institution bears already is entered no second time by a newer version of the same row. */
const identifierWriter = (db: Connection): Writer => {
  const borne = bearsNumber(db);
  const rows = manyRows(db, 5, (values) => `INSERT INTO identifier (${OF}, scheme, value) ${values}`);
  const write: Place = async ({ id, record, previous }, institution, generation) => {
    for (const { scheme, value } of record.identifiers)
      if (previous !== institution || !(await borne(institution, scheme, value)))
        await rows.add(institution, id, generation, scheme, value);
  };
  return { write, flush: rows.flush };
};

const campusWriter = (db: Connection): Writer => {
  const rows = manyRows(db, 4, (values) => `INSERT INTO campus (${OF}, address) ${values}`);
  const write: Place = async ({ id, record }, institution, generation) => {
    const address = record.place?.address;
    if (address !== undefined) await rows.add(institution, id, generation, address);
  };
  return { write, flush: rows.flush };
};

/**
 * Writes what a placed record states, each statement with its institution and record; all of it may wait for `flush`. `first`: keys of
 * names wait for it, so that those of a whole registry are entered in their order.
 */
export const statementWriter = async (
  db: Connection,
  first: boolean,
): Promise<Writer & Readonly<{ flushIdentifiers: () => Promise<void> }>> => {
  const keys = first ? keysInOrder(db) : keysAsTheyCome(db);
  const identifiers = identifierWriter(db);
  const writers = [await nameWriter(db, keys), credentialWriter(db), identifiers, campusWriter(db)];
  return {
    write: async (pending, institution, generation) => {
      for (const { write } of writers) await write(pending, institution, generation);
    },
    flush: async () => {
      for (const { flush } of [...writers, keys]) await flush();
    },
    flushIdentifiers: identifiers.flush,
  };
};

/** True for kinds that come from an authority. */
export const isOfficial = (kind: EvidenceKind): boolean => authoritativeKinds.includes(kind);

/** Writes every name key anew, after the rules of name keys have changed. */
export const rewriteNameKeys = async (db: Connection): Promise<void> => {
  await db.prepare('DELETE FROM name_key').run();
  const { write, flush } = keysAsTheyCome(db);
  const page = db.prepare<[number], { id: number; value: string; institution_id: string }>(
    'SELECT id, value, institution_id FROM name WHERE id > ? ORDER BY id LIMIT 10000',
  );
  for (let rows = await page.all(0); rows.length > 0; rows = await page.all(rows.at(-1)?.id ?? 0))
    for (const row of rows) await write(row.value, row.id, row.institution_id);
  await flush();
};
