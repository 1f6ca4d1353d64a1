import { setImmediate as turn } from 'node:timers/promises';
import { MAX_WATCH_ENTRIES } from '../../../schema/watch.ts';
import { rowQuestion } from '../../batch/answer/row-question.ts';
import { readAbout, unpackRows } from '../../batch/kept.ts';
import { LicetError } from '../../errors.ts';
import type { KeptBatch } from '../../store/service/batches.ts';
import type { NewWatchEntry } from '../../store/service/watches.ts';
import type { Deps } from '../deps.ts';
import { onRecord } from './known-ids.ts';

/** The longest reference of an entry (schema/watch.ts). */
const LONGEST_REFERENCE = 200;

/** What of a list can be watched, and how many rows cannot. */
type WatchedRows = Readonly<{ entries: readonly NewWatchEntry[]; leftOut: number }>;

const tooMany = (rows: number): LicetError => {
  const problem = `holds ${rows} rows that can be watched`;
  const errors = [{ field: '/batch', problem, expected: `a list of 1 to ${MAX_WATCH_ENTRIES}` }];
  return new LicetError('LICET_BAD_QUESTION', `/batch ${problem}.`, errors);
};

/**
 * The questions of a finished list as entries of a watch, in its order. Left out are rows that cannot be read or name an id
 * that nobody has, and those that ask about a day: what was in force then does not change. Throws LICET_BATCH_NOT_FINISHED, or LICET_BAD_QUESTION where no row or too many
 * are left.
 */
export const entriesOfBatch = async (
  deps: Pick<Deps, 'state' | 'answers'>,
  batch: KeptBatch,
  now: Date,
): Promise<WatchedRows> => {
  if (batch.state !== 'done') throw new LicetError('LICET_BATCH_NOT_FINISHED');
  const { lang, tables, defaults } = readAbout(batch.about);
  const context = { now, lang, via: 'body', pointer: '' } as const;
  const { batches } = deps.state();
  const isKnown = onRecord(deps);
  const entries: NewWatchEntry[] = [];
  for (let at = 0; ; at += 1) {
    const part = await batches.part(batch.id, at);
    if (part === null) break;
    for (const row of unpackRows(part.given)) {
      const table = tables[row.table];
      const read = table === undefined ? null : rowQuestion(row, table, context, defaults);
      if (table === undefined || read === null || !('question' in read)) continue;
      const { institution, service, claims, asOf } = read.question;
      if (asOf !== undefined) continue;
      const question = { institution, ...(service === undefined ? {} : { service }), claims };
      const own = row.cells[table.mapping.reference ?? -1]?.trim().slice(0, LONGEST_REFERENCE) ?? '';
      const entry = { question, reference: own === '' ? null : own };
      if (await isKnown(entry)) entries.push(entry);
    }
    await turn();
  }
  if (entries.length === 0 || entries.length > MAX_WATCH_ENTRIES) throw tooMany(entries.length);
  return { entries, leftOut: batch.rows - entries.length };
};
