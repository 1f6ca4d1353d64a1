import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { latest } from '../../text/dates.ts';
import { assessEvidence, type EvidenceWeight } from '../evidence/assess-evidence.ts';
import { assessRows, type Judged, type Row, rowsOf } from '../evidence/assess-rows.ts';
import { cite } from '../evidence/cite.ts';
import { historyDate, isHistory } from '../evidence/reported.ts';
import { disagreement } from '../evidence/rows-verdict.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import { findGrade, type Grade } from '../vocabulary/claims.ts';

/**
 * Hospital grade 三级甲等 …: a statutory review; the provincial authority's list is the proof. Directories and hospitals' own
 * pages are shown, never decisive. Some lists take only hospitals of a grade or better: that supports a claim.
 */
const GATE = 'grade';

const gradeOf = ({ credential }: Row): Grade | undefined => findGrade(credential.code);

/**
 * The newest authority’s row sets the grade, even when it has grown too old to decide: an older list with another grade never
 * takes its place. Two grades of the same date disagree.
 */
const judge = (context: GateContext): Judged => {
  const rows = rowsOf(context, credentialsOf(context, GATE));
  const known = rows.filter(({ weight }) => weight.eligible);
  const dated = (row: Row): string => (row.weight.date === null ? '' : latest(row.weight.date));
  const newest = known.reduce((last, row) => (dated(row) > last ? dated(row) : last), '');
  const [first, ...same] = known.filter((row) => dated(row) === newest);
  if (first === undefined) return assessRows(rows, context.day);
  const other = same.find(({ credential }) => credential.code !== first.credential.code);
  if (other !== undefined) return { verdict: 'disagree', row: first, other };
  return assessRows(
    rows.filter(({ credential }) => credential.code === first.credential.code),
    context.day,
  );
};

/** The grade that a fresh list of an authority states; null when none does. */
export const gradeOnRecord = (
  context: GateContext,
): Readonly<{ grade: Grade; asOf: string | null }> | null => {
  const { verdict, row } = judge(context);
  const grade = row === null || verdict !== 'yes' ? undefined : gradeOf(row);
  return grade === undefined || row === null ? null : { grade, asOf: row.weight.date };
};

const compare = (asked: Grade, listed: Grade): 'same' | 'higher' | 'lower' | 'other' => {
  if (asked.code === listed.code) return 'same';
  if (asked.level !== listed.level) return listed.level > asked.level ? 'higher' : 'lower';
  if (asked.letter === null) return 'same';
  if (listed.letter === null) return 'other';
  return listed.letter > asked.letter ? 'higher' : 'lower';
};

const fromList = (context: GateContext, asked: Grade, row: Row, listed: Grade): Finding => {
  const at = row.weight.at;
  const params = {
    authority: at === undefined ? row.weight.ref.source : localise(context, at.source.descriptor.authority),
    grade: localise(context, listed.name),
    asOf: row.weight.date,
  };
  const { status } = row.credential;
  const base = { status, evidence: [cite(context, row.weight)] };
  const relation = compare(asked, listed);
  if (relation === 'same')
    return finding(GATE, asked.code, { ...base, result: 'met', reasons: [reason('grade.listed', params)] });
  if (relation === 'lower')
    return finding(GATE, asked.code, {
      ...base,
      result: 'not-met',
      reasons: [reason('grade.listed-lower', params)],
    });
  const code = relation === 'higher' ? 'grade.listed-higher' : 'grade.listed-other';
  return finding(GATE, asked.code, { ...base, reasons: [reason(code, params)] });
};

const implied = (
  context: GateContext,
  asked: Grade,
): readonly Readonly<{ reason: Reason; weight: EvidenceWeight }>[] =>
  (context.dossier?.evidence ?? []).flatMap((ref) => {
    const grade = findGrade(`grade:${context.policy.impliedGrades[ref.source] ?? ''}`);
    if (grade === undefined || context.dossier?.traits.body === 'disease-control') return [];
    const weight = assessEvidence(context, ref);
    const supports = grade.level === asked.level && (grade.letter ?? 0) >= (asked.letter ?? 0);
    if (!weight.decides || !supports) return [];
    const at = weight.at;
    const list = at === undefined ? ref.source : localise(context, at.source.descriptor.title);
    const params = { list, asOf: weight.date, grade: localise(context, grade.name) };
    return [{ reason: reason('grade.implied-at-least', params), weight }];
  });

/** Why nothing is held: a provincial commission grades the civil hospitals of its province. */
const noList = ({ dossier }: GateContext): Reason => {
  if (dossier !== null && dossier.place.region !== 'mainland') return reason('grade.outside-mainland');
  return reason(dossier?.traits.military === true ? 'grade.no-list-military' : 'grade.no-list');
};

const soft = (context: GateContext, asked: Grade, { verdict, row, other }: Judged): Finding => {
  const support = implied(context, asked).slice(0, 1);
  const told = rowsOf(context, credentialsOf(context, GATE))
    .filter((one) => !one.weight.authority && gradeOf(one) !== undefined && isHistory(context, one))
    .slice(0, 1);
  const params = row === null ? {} : { asOf: row.weight.date };
  const split = row !== null && other !== null && verdict === 'disagree' ? [disagreement(row, other)] : [];
  const old = row !== null && verdict === 'stale' ? [reason('grade.list-too-old', params)] : [];
  const reports = told.map((one) => {
    const grade = gradeOf(one);
    return reason('grade.reported', {
      grade: grade === undefined ? one.credential.code : localise(context, grade.name),
      asOf: historyDate(one),
    });
  });
  const none = [...split, ...old].length === 0 ? [noList(context)] : [];
  const weights = [
    ...(row === null ? [] : [row.weight]),
    ...support.map(({ weight }) => weight),
    ...told.map(({ weight }) => weight),
  ];
  return finding(GATE, asked.code, {
    reasons: [...support.map((one) => one.reason), ...split, ...old, ...reports, ...none],
    evidence: weights.map((weight) => cite(context, weight)),
  });
};

/** The check of a claimed grade, `grade:3A` and the like. */
export const gradeGate = (context: GateContext, asked: Grade): Finding => {
  if (context.dossier === null)
    return finding(GATE, asked.code, { reasons: [reason('institution.not-settled')] });
  const found = judge(context);
  const { verdict, row } = found;
  const listed = row === null ? undefined : gradeOf(row);
  if (row !== null && listed !== undefined && verdict === 'yes') return fromList(context, asked, row, listed);
  if (
    row !== null &&
    (verdict === 'no' || verdict === 'over') &&
    compare(asked, listed ?? asked) === 'same'
  ) {
    const at = row.weight.at;
    const authority =
      at === undefined ? row.weight.ref.source : localise(context, at.source.descriptor.authority);
    return finding(GATE, asked.code, {
      result: 'not-met',
      status: row.credential.status,
      reasons: [reason('grade.ended', { authority, asOf: row.weight.date })],
      evidence: [cite(context, row.weight)],
    });
  }
  return soft(context, asked, found);
};
