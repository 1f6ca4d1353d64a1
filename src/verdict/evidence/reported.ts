import { reason } from '../../../schema/reason.ts';
import type { Evidence, Reason } from '../../../schema/verdict.ts';
import { latest, shanghaiDay } from '../../text/dates.ts';
import type { GateContext } from '../gate-context.ts';
import type { Row } from './assess-rows.ts';
import { cite } from './cite.ts';

/**
 * True when the row may be shown as history on the day asked about: it covered that day, or its event lies before it.
 * An undated statement counts from the day it was kept. History never decides and is never fresh.
 */
export const isHistory = (context: GateContext, { credential, weight }: Row): boolean => {
  const date = credential.eventDate ?? credential.validFrom;
  if (date !== undefined) return latest(date) <= context.day;
  if (weight.covers && weight.date !== null) return true;
  if (weight.date !== null) return latest(weight.date) <= context.day;
  return shanghaiDay(new Date(weight.ref.retrievedAt)) <= context.day;
};

const undated = { en: 'undated', zh: '日期不详' } as const;

/** The date to show for a row that is shown as history. */
export const historyDate = ({ credential, weight }: Row): string | null =>
  credential.eventDate ?? credential.validFrom ?? weight.date;

/** Rows of press, holders and directories, at most two: shown as history, never decisive (verdict.md §5 rule 5). */
export const reportedRows = (
  context: GateContext,
  rows: readonly Row[],
  code = 'technology.reported-only',
  params: Readonly<Record<string, string>> = {},
): Readonly<{ reasons: readonly Reason[]; evidence: readonly Evidence[] }> => {
  const told = rows.filter((row) => !row.weight.decides && isHistory(context, row)).slice(0, 2);
  return {
    reasons: told
      .slice(0, 1)
      .map((row) => reason(code, { ...params, asOf: historyDate(row) ?? undated[context.lang] })),
    evidence: told.map(({ weight }) => cite(context, weight)),
  };
};
