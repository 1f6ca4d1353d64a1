import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { latest } from '../../text/dates.ts';
import { type Standing, weigh } from '../evidence/assess-evidence.ts';
import { cite } from '../evidence/cite.ts';
import { type Judged, judgeRows, noteTerm, type Row, rowsOf } from '../evidence/judge-rows.ts';
import { historyDate, isHistory } from '../evidence/reported.ts';
import { credentialsOf, type Desk, type Finding, finding, words } from '../gate-context.ts';
import { findGrade, type Grade } from '../vocabulary/claims.ts';

/**
 * Hospital grade 三级甲等 …: a statutory review; the provincial authority's list is the proof. Directories and hospitals' own
 * pages are told, never counted. Some lists take only hospitals of a grade or better: that supports a claim.
 */
const GATE = 'grade';

const gradeOf = ({ credential }: Row): Grade | undefined => findGrade(credential.code);

/**
 * The newest authority’s row sets the grade, even when it has grown too old to decide: an older list with another grade never
 * takes its place. Two grades of the same date disagree.
 */
const judge = (desk: Desk): Judged => {
  const rows = rowsOf(desk, credentialsOf(desk, GATE));
  const known = rows.filter(({ standing }) => standing.eligible);
  const dated = (row: Row): string => (row.standing.date === null ? '' : latest(row.standing.date));
  const newest = known.reduce((last, row) => (dated(row) > last ? dated(row) : last), '');
  const [first, ...same] = known.filter((row) => dated(row) === newest);
  if (first === undefined) return judgeRows(rows, desk.day);
  const other = same.find(({ credential }) => credential.code !== first.credential.code);
  if (other !== undefined) return { verdict: 'disagree', row: first, other };
  return judgeRows(
    rows.filter(({ credential }) => credential.code === first.credential.code),
    desk.day,
  );
};

/** The grade that a fresh list of an authority states; null when none does. */
export const gradeOnRecord = (desk: Desk): Readonly<{ grade: Grade; asOf: string | null }> | null => {
  const { verdict, row } = judge(desk);
  const grade = row === null || verdict !== 'yes' ? undefined : gradeOf(row);
  return grade === undefined || row === null ? null : { grade, asOf: row.standing.date };
};

const compare = (asked: Grade, listed: Grade): 'same' | 'higher' | 'lower' | 'other' => {
  if (asked.code === listed.code) return 'same';
  if (asked.level !== listed.level) return listed.level > asked.level ? 'higher' : 'lower';
  if (asked.letter === null) return 'same';
  if (listed.letter === null) return 'other';
  return listed.letter > asked.letter ? 'higher' : 'lower';
};

const fromList = (desk: Desk, asked: Grade, row: Row, listed: Grade): Finding => {
  const at = row.standing.at;
  const params = {
    authority: at === undefined ? row.standing.ref.source : words(desk, at.source.descriptor.authority),
    grade: words(desk, listed.name),
    asOf: row.standing.date,
  };
  const base = { status: row.credential.status, evidence: [cite(desk, row.standing)] };
  noteTerm(desk, row.credential);
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

const implied = (desk: Desk, asked: Grade): readonly Readonly<{ reason: Reason; standing: Standing }>[] =>
  (desk.dossier?.evidence ?? []).flatMap((ref) => {
    const grade = findGrade(`grade:${desk.policy.impliedGrades[ref.source] ?? ''}`);
    if (grade === undefined || desk.dossier?.traits.body === 'disease-control') return [];
    const standing = weigh(desk, ref);
    const supports = grade.level === asked.level && (grade.letter ?? 0) >= (asked.letter ?? 0);
    if (!standing.decides || !supports) return [];
    const at = standing.at;
    const list = at === undefined ? ref.source : words(desk, at.source.descriptor.title);
    const params = { list, asOf: standing.date, grade: words(desk, grade.name) };
    return [{ reason: reason('grade.implied-at-least', params), standing }];
  });

const soft = (desk: Desk, asked: Grade, { verdict, row, other }: Judged): Finding => {
  const support = implied(desk, asked).slice(0, 1);
  const told = rowsOf(desk, credentialsOf(desk, GATE))
    .filter((one) => !one.standing.authority && gradeOf(one) !== undefined && isHistory(desk, one))
    .slice(0, 1);
  const params = row === null ? {} : { asOf: row.standing.date };
  const against =
    row !== null && other !== null && verdict === 'disagree'
      ? [
          reason('evidence.sources-disagree', {
            yes: row.standing.ref.source,
            yesAsOf: row.standing.date,
            no: other.standing.ref.source,
            noAsOf: other.standing.date,
          }),
        ]
      : [];
  const old = row !== null && verdict === 'stale' ? [reason('grade.list-too-old', params)] : [];
  const reports = told.map((one) => {
    const grade = gradeOf(one);
    return reason('grade.reported', {
      grade: grade === undefined ? one.credential.code : words(desk, grade.name),
      asOf: historyDate(one),
    });
  });
  const none = [...against, ...old].length === 0 ? [reason('grade.no-list')] : [];
  const standings = [
    ...(row === null ? [] : [row.standing]),
    ...support.map(({ standing }) => standing),
    ...told.map(({ standing }) => standing),
  ];
  return finding(GATE, asked.code, {
    reasons: [...support.map((one) => one.reason), ...against, ...old, ...reports, ...none],
    evidence: standings.map((standing) => cite(desk, standing)),
  });
};

/** The check of a claimed grade, `grade:3A` and the like. */
export const gradeGate = (desk: Desk, asked: Grade): Finding => {
  if (desk.dossier === null)
    return finding(GATE, asked.code, { reasons: [reason('institution.not-settled')] });
  const found = judge(desk);
  const { verdict, row } = found;
  const listed = row === null ? undefined : gradeOf(row);
  if (row !== null && listed !== undefined && verdict === 'yes') return fromList(desk, asked, row, listed);
  if (
    row !== null &&
    (verdict === 'no' || verdict === 'over') &&
    compare(asked, listed ?? asked) === 'same'
  ) {
    const at = row.standing.at;
    const authority =
      at === undefined ? row.standing.ref.source : words(desk, at.source.descriptor.authority);
    return finding(GATE, asked.code, {
      result: 'not-met',
      status: row.credential.status,
      reasons: [reason('grade.ended', { authority, asOf: row.standing.date })],
      evidence: [cite(desk, row.standing)],
    });
  }
  return soft(desk, asked, found);
};
