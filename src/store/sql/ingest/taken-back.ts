import type { InstitutionRecord } from '../../../../schema/record.ts';
import type { Connection } from '../connection.ts';
import { bearsNumber } from '../registry/find.ts';
import { readRecord } from '../registry/rows.ts';
import { keysAsTheyCome } from '../registry/statements.ts';

const TAKEN_BACK = `SELECT id FROM record
  WHERE (last_generation = :last AND misread = 1) OR (marked = CAST(:last AS BIGINT) + 1 AND misread = 2)`;

/** Enters the keys of names that other rows state as well as those that are taken back, under which alone they may have stood. */
const enterKeysOfOthers = async (db: Connection, last: number): Promise<void> => {
  const left = db.prepare<[{ last: number }], NamedRow>(
    `SELECT n.id, n.value, n.institution_id FROM name gone JOIN name n ON n.institution_id = gone.institution_id
       AND n.value = gone.value AND n.kind = gone.kind
     WHERE gone.record IN (${TAKEN_BACK}) AND n.last_generation IS NULL ORDER BY n.id`,
  );
  const { write, flush } = keysAsTheyCome(db);
  for (const { id, value, institution_id } of await left.all({ last }))
    await write(value, id, institution_id);
  await flush();
};
type NamedRow = Readonly<{ id: number; value: string; institution_id: string }>;

type Stating = Readonly<{ id: number; row: number; body: string; first_generation: number }>;

/** Enters the numbers that other rows of the same record state as well as those that are taken back, in whose statement alone they may have stood. */
const enterNumbersOfOthers = async (db: Connection, last: number): Promise<void> => {
  const institutions = await db
    .prepare<[{ last: number }], string>(
      `SELECT DISTINCT institution_id FROM identifier WHERE record IN (${TAKEN_BACK})`,
    )
    .pluck()
    .all({ last });
  const rows = db.prepare<[string], Stating>(
    `SELECT id, row, body, first_generation FROM record WHERE institution_id = ? AND misread = 0 ORDER BY id`,
  );
  const add = db.prepare(
    'INSERT INTO identifier (institution_id, record, first_generation, scheme, value) VALUES (?, ?, ?, ?, ?)',
  );
  const borne = bearsNumber(db);
  for (const institution of institutions)
    for (const row of await rows.all(institution))
      for (const { scheme, value } of (readRecord(row) as InstitutionRecord).identifiers)
        if (!(await borne(institution, scheme, value)))
          await add.run(institution, row.id, row.first_generation, scheme, value);
};

/** Takes back the statements of rows that were misread, or withdrawn by a person: no later generation makes them. */
export const withdrawMisread = async (db: Connection, last: number): Promise<void> => {
  for (const table of ['name', 'identifier', 'credential', 'campus'])
    await db
      .prepare(
        `UPDATE ${table} SET last_generation = :last WHERE last_generation IS NULL AND record IN (${TAKEN_BACK})`,
      )
      .run({ last });
  await enterKeysOfOthers(db, last);
  await enterNumbersOfOthers(db, last);
};
