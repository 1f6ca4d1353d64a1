import { reason } from '../../../schema/reason.ts';
import type { Evidence, Reason } from '../../../schema/verdict.ts';
import { latest, shanghaiDay } from '../../text/dates.ts';
import type { Desk } from '../gate-context.ts';
import { cite } from './cite.ts';
import type { Row } from './judge-rows.ts';

/**
 * True when the row may be told as history on the day asked about: it covered that day, or its event lies before it.
 * An undated statement counts from the day it was kept. History never decides and is never fresh.
 */
export const isHistory = (desk: Desk, { credential, standing }: Row): boolean => {
  const date = credential.eventDate ?? credential.validFrom;
  if (date !== undefined) return latest(date) <= desk.day;
  if (standing.covers && standing.date !== null) return true;
  if (standing.date !== null) return latest(standing.date) <= desk.day;
  return shanghaiDay(new Date(standing.ref.retrievedAt)) <= desk.day;
};

const undated = { en: 'undated', zh: '日期不详' } as const;

/** Date that a reader should see for a row told as history. */
export const historyDate = ({ credential, standing }: Row): string | null =>
  credential.eventDate ?? credential.validFrom ?? standing.date;

/** Rows of press, holders and directories: told, never counted (verdict.md §5 rule 5). At most two. */
export const reportedRows = (
  desk: Desk,
  rows: readonly Row[],
  code = 'technology.reported-only',
  params: Readonly<Record<string, string>> = {},
): Readonly<{ reasons: readonly Reason[]; evidence: readonly Evidence[] }> => {
  const told = rows.filter((row) => !row.standing.decides && isHistory(desk, row)).slice(0, 2);
  return {
    reasons: told
      .slice(0, 1)
      .map((row) => reason(code, { ...params, asOf: historyDate(row) ?? undated[desk.lang] })),
    evidence: told.map(({ standing }) => cite(desk, standing)),
  };
};
