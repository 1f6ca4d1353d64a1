import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { edition, editionSnapshot, snapshot } from '../../../../schema/tables/edition.ts';
import { dossier, generation } from '../../../../schema/tables/generation.ts';
import {
  block,
  campus,
  credential,
  identifier,
  institution,
  name,
  nameKey,
} from '../../../../schema/tables/institution.ts';
import { judgement, merger, reviewPair } from '../../../../schema/tables/judgement.ts';
import { record } from '../../../../schema/tables/record.ts';
import { issue, run, source } from '../../../../schema/tables/source.ts';

/** A column as it travels: under which name, from which SQL, and whether its text is JSON. */
type Column = Readonly<{ member: string; column: string; sql: string; json: boolean }>;

/** A table that travels, as one file of rows. */
export type Travelling = Readonly<{
  file: string;
  table: string;
  columns: readonly Column[];
  key: readonly Column[];
}>;

type Plan = Readonly<{
  table: SQLiteTable;
  sqlName: string;
  key: readonly string[];
  json?: readonly string[];
  /** SQL in place of columns that stay here: names of persons, and what belongs to the publisher's own work. */
  instead?: Readonly<Record<string, string>>;
}>;

/** The three files that a data team reads, by the shapes of docs/packs.md; those below `registry/` make a registry of them again. */
const plans: Readonly<Record<string, Plan>> = {
  institutions: { table: dossier, sqlName: 'dossier', key: ['id'], json: ['body'] },
  statements: { table: record, sqlName: 'record', key: ['id'], json: ['body'] },
  evidence: { table: snapshot, sqlName: 'snapshot', key: ['id'], json: ['details'] },
  'registry/generation': { table: generation, sqlName: 'generation', key: ['number'] },
  'registry/source': { table: source, sqlName: 'source', key: ['pk'], json: ['descriptor'] },
  'registry/edition': { table: edition, sqlName: 'edition', key: ['id'] },
  'registry/edition-page': {
    table: editionSnapshot,
    sqlName: 'edition_snapshot',
    key: ['edition', 'position'],
  },
  'registry/run': {
    table: run,
    sqlName: 'run',
    key: ['id'],
    json: ['refusals'],
    instead: { night: 'NULL', pages: 'NULL', decided_by: 'NULL', reason: 'NULL' },
  },
  'registry/issue': { table: issue, sqlName: 'issue', key: ['id'] },
  'registry/institution': { table: institution, sqlName: 'institution', key: ['id'] },
  'registry/campus': { table: campus, sqlName: 'campus', key: ['id'] },
  'registry/name': { table: name, sqlName: 'name', key: ['id'] },
  'registry/name-key': { table: nameKey, sqlName: 'name_key', key: ['key', 'form', 'name'] },
  'registry/identifier': { table: identifier, sqlName: 'identifier', key: ['id'] },
  'registry/credential': { table: credential, sqlName: 'credential', key: ['id'], json: ['body'] },
  'registry/block': { table: block, sqlName: 'block', key: ['key', 'institution'] },
  'registry/review-pair': { table: reviewPair, sqlName: 'review_pair', key: ['id'] },
  'registry/judgement': {
    table: judgement,
    sqlName: 'judgement',
    key: ['id'],
    instead: { decided_by: "'the publisher'", because: "''" },
  },
  'registry/merger': { table: merger, sqlName: 'merger', key: ['id'] },
};

const columnsOf = ({ table, json = [], instead = {} }: Plan): readonly Column[] =>
  Object.entries(getTableColumns(table)).map(([member, { name: column }]) => ({
    member,
    column,
    sql: instead[column] ?? `"${column}"`,
    json: json.includes(member),
  }));

/** Every table that travels, in the order of the files of a pack. Derived from schema/tables, so that no column is forgotten. */
export const travelling: readonly Travelling[] = Object.entries(plans).map(([file, plan]) => {
  const columns = columnsOf(plan);
  const key = plan.key.flatMap((member) => columns.filter((one) => one.member === member));
  return { file: `${file}.ndjson`, table: plan.sqlName, columns, key };
});

/** What the digest of the layout is made of: another table, column or order is another layout. */
export const layoutText: string = JSON.stringify(
  travelling.map(({ file, columns, key }) => [
    file,
    columns.map(({ member, sql, json }) => [member, sql, json]),
    key.map(({ member }) => member),
  ]),
);
