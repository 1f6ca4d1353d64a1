import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as creditMonth from '../../../schema/tables/credit-month.ts';
import * as edition from '../../../schema/tables/edition.ts';
import * as following from '../../../schema/tables/following.ts';
import * as generation from '../../../schema/tables/generation.ts';
import * as institution from '../../../schema/tables/institution.ts';
import * as judgement from '../../../schema/tables/judgement.ts';
import * as night from '../../../schema/tables/night.ts';
import * as record from '../../../schema/tables/record.ts';
import * as rowList from '../../../schema/tables/row-list.ts';
import * as audit from '../../../schema/tables/service/audit.ts';
import * as batch from '../../../schema/tables/service/batch.ts';
import * as demand from '../../../schema/tables/service/demand.ts';
import * as headline from '../../../schema/tables/service/headline.ts';
import * as logEntry from '../../../schema/tables/service/log-entry.ts';
import * as operator from '../../../schema/tables/service/operator.ts';
import * as partner from '../../../schema/tables/service/partner.ts';
import * as pendingCapture from '../../../schema/tables/service/pending-capture.ts';
import * as report from '../../../schema/tables/service/report.ts';
import * as rightsRequest from '../../../schema/tables/service/rights-request.ts';
import * as takenOver from '../../../schema/tables/service/taken-over.ts';
import * as watch from '../../../schema/tables/service/watch.ts';
import * as source from '../../../schema/tables/source.ts';
import * as withdrawal from '../../../schema/tables/withdrawal.ts';

/** A table as it is copied: `key` are the columns that tell its rows apart; `numbered`: its key is a number the engine gives. */
export type CopiedTable = Readonly<{
  name: string;
  columns: readonly string[];
  key: readonly string[];
  numbered: boolean;
}>;

const copied = (table: SQLiteTable): CopiedTable => {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const single = columns.find(({ primary }) => primary);
  const key = single === undefined ? (primaryKeys[0]?.columns ?? []) : [single];
  return {
    name,
    columns: columns.map((column) => column.name),
    key: key.map((column) => column.name),
    numbered: single?.getSQLType() === 'integer',
  };
};

const tablesIn = (modules: readonly Readonly<Record<string, unknown>>[]): readonly CopiedTable[] =>
  modules
    .flatMap((module) => Object.values(module))
    .filter((one) => is(one, SQLiteTable))
    .map(copied);

/** Every table that nights write. */
export const registryTables = tablesIn([
  ...[creditMonth, edition, following, generation, institution, judgement, night, record, rowList, source],
  withdrawal,
]);

/** Every table in which the service records. */
export const serviceTables = tablesIn([
  ...[audit, batch, demand, headline, logEntry, operator, partner, pendingCapture, report, rightsRequest],
  ...[takenOver, watch],
]);
