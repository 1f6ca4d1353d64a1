import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  doublePrecision,
  type IndexColumn,
  index,
  type PgColumn,
  type PgColumnBuilderBase,
  pgSchema,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { getTableConfig, type Index, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** Everything of ours lies in one schema of the database. */
export const licet = pgSchema('licet');

/** Text in the order of its characters' numbers, whatever the database's own order is: hashes and pages follow that order. */
const plainText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** A column of the same name, and what is said of it. Whole numbers that are a key by themselves are given by the database. */
const columnOf = (column: SQLiteColumn): PgColumnBuilderBase => {
  const { name, notNull, primary } = column;
  const type = column.getSQLType();
  const kept = <
    Builder extends { notNull(): Builder; default(value: never): Builder; primaryKey(): Builder },
  >(
    made: Builder,
  ): Builder => {
    const filled = column.default === undefined ? made : made.default(column.default as never);
    const filledOrKey = primary ? filled.primaryKey() : filled;
    return notNull ? filledOrKey.notNull() : filledOrKey;
  };
  if (type === 'text') return kept(plainText(name) as never);
  if (type === 'real') return kept(doublePrecision(name) as never);
  if (type === 'blob') return kept(bytes(name) as never);
  if (type !== 'integer') throw new Error(`no type of PostgreSQL is known for ${type}`);
  const whole = bigint(name, { mode: 'number' });
  return kept((primary ? whole.generatedByDefaultAsIdentity() : whole) as never);
};

type Columns = Readonly<Record<string, PgColumn>>;

/** The first migration makes `json_extract` a function of PostgreSQL; SQLite's arrow means the same. */
const expressionOf = (expression: SQL): SQL => {
  const text = expression.queryChunks
    .map((chunk) => (chunk as { value: readonly string[] }).value.join(''))
    .join('');
  return sql.raw(text.replace(/\((\w+) ->> ('[^']+')\)/, '(licet.json_extract($1, $2))'));
};

const indexOf = ({ config }: Index, columns: Columns) => {
  const made = config.unique ? uniqueIndex(config.name) : index(config.name);
  const [first, ...more] = config.columns.map(
    (one): IndexColumn => ('name' in one ? (columns[one.name] as PgColumn) : (expressionOf(one) as never)),
  );
  const whole = made.on(first as IndexColumn, ...more);
  return config.where === undefined ? whole : whole.where(config.where);
};

/** The table that keeps in PostgreSQL what this one keeps in SQLite: no column is said twice. */
export const asPostgres = (table: SQLiteTable) => {
  const { name, columns, indexes, primaryKeys } = getTableConfig(table);
  const built = Object.fromEntries(columns.map((column) => [column.name, columnOf(column)]));
  return licet.table(name, built, (made: Columns) => [
    ...indexes.map((one) => indexOf(one, made)),
    ...primaryKeys.map((key) => {
      const [first, ...more] = key.columns.map((column) => made[column.name] as PgColumn);
      return primaryKey({ columns: [first as PgColumn, ...more] });
    }),
  ]);
};
