import type { QueryArrayConfig, QueryConfig } from 'pg';
import type { Connection, Statement } from '../sql/connection.ts';
import { type Translated, translate } from './translate.ts';

/** What came of a query: rows as objects, or as lists of values where `rowMode` was `array`. */
type Answer = Readonly<{ rows: unknown[]; rowCount: number | null }>;

/** Asks one question of a database. */
type Ask = (query: QueryConfig | QueryArrayConfig | string) => Promise<Answer>;

/** The database keeps a statement ready for each connection under a name; the same SQL has the same name. */
const names = new Map<string, string>();
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `licet_${names.size + 1}`;
  names.set(text, name);
  return name;
};

const valuesOf = ({ names: named }: Translated, values: readonly unknown[]): unknown[] => {
  if (named === null) return [...values];
  const [given] = values as [Readonly<Record<string, unknown>>];
  return named.map((name) => given[name]);
};

type Shape = 'object' | 'list' | 'first';

const statement = <Values extends unknown[], Row>(
  ask: Ask,
  sql: Translated,
  shape: Shape,
): Statement<Values, Row> => {
  const rows = async (values: readonly unknown[]): Promise<Row[]> => {
    const query = { name: nameOf(sql.text), text: sql.text, values: valuesOf(sql, values) };
    if (shape === 'object') return (await ask(query)).rows as Row[];
    const found = (await ask({ ...query, rowMode: 'array' })).rows as unknown[][];
    return (shape === 'list' ? found : found.map(([first]) => first)) as Row[];
  };
  return {
    all: (...values) => rows(values),
    get: async (...values) => (await rows(values))[0],
    run: async (...values) => {
      const { rowCount } = await ask({
        name: nameOf(sql.text),
        text: sql.text,
        values: valuesOf(sql, values),
      });
      return { changes: rowCount ?? 0 };
    },
    pluck: () => statement(ask, sql, 'first'),
    raw: () => statement(ask, sql, 'list'),
  };
};

/** A connection over whatever asks the database; `control` does what is not a question: transactions, several statements at once. */
export const connectionOver = (
  ask: Ask,
  control: Readonly<{ exec(sql: string): Promise<void>; isInTransaction(): boolean }>,
): Connection => ({
  prepare: (sql) => statement(ask, translate(sql), 'object'),
  exec: control.exec,
  get inTransaction() {
    return control.isInTransaction();
  },
});
