import { reason } from '../../../schema/reason.ts';
import { earliest, latest } from '../../text/dates.ts';
import { assessRows, type Row, rowsOf } from '../evidence/assess-rows.ts';
import { cite } from '../evidence/cite.ts';
import { endDue } from '../evidence/due-days.ts';
import { historyDate, isHistory } from '../evidence/reported.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Programme } from '../vocabulary/schemes.ts';

/** Pilot and demonstration titles: honours with dates. They never decide legality, so they never refute either. */
const GATE = 'programme';

const titleReason = (context: GateContext, asked: Programme, row: Row | undefined) => {
  const programme = localise(context, asked.name);
  const from = (row === undefined ? null : historyDate(row)) ?? asked.announced;
  const until = row?.credential.validUntil ?? asked.ends;
  return until !== null && context.day > latest(until)
    ? reason('programme.term-ended', { programme, from, until })
    : reason('programme.title', { programme, from });
};

/** The check of a claimed title. */
export const programmeGate = (context: GateContext, asked: Programme): Finding => {
  const programme = localise(context, asked.name);
  const legality = reason('programme.no-effect-on-legality');
  const say = (found: Partial<Finding>): Finding => finding(GATE, asked.code, found);
  if (asked.holder === 'area')
    return say({ reasons: [reason('programme.area-not-institution', { programme }), legality] });
  if (context.dossier === null) return say({ reasons: [reason('institution.not-settled')] });
  const mine = rowsOf(
    context,
    credentialsOf(context, GATE).filter(({ code }) => code === asked.code),
  );
  const { verdict, row } = assessRows(mine, context.day);
  const ends = asked.ends === null ? [] : endDue(asked.ends);
  const inTerm = asked.ends === null || context.day <= earliest(asked.ends);
  if (verdict === 'yes' && row !== null && inTerm) {
    return finding(GATE, asked.code, {
      result: 'met',
      status: row.credential.status,
      reasons: [reason('programme.listed', { programme, asOf: row.weight.date }), legality],
      evidence: [cite(context, row.weight)],
      due: ends,
    });
  }
  const past = mine.filter((one) => isHistory(context, one)).slice(0, 2);
  if (past.length === 0) return say({ reasons: [reason('programme.no-row', { programme }), legality] });
  const title = titleReason(context, asked, past[0]);
  return say({
    status: title.code === 'programme.term-ended' ? 'ended' : (past[0]?.credential.status ?? null),
    reasons: [title, legality],
    evidence: past.map(({ weight }) => cite(context, weight)),
    due: ends,
  });
};
