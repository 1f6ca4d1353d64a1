import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { type Row, rowsOf } from '../evidence/assess-rows.ts';
import { cite, citeEdition } from '../evidence/cite.ts';
import { historyDate, isHistory } from '../evidence/reported.ts';
import { fromRows } from '../evidence/rows-verdict.ts';
import { completeLists } from '../evidence/sources-for.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';
import { gradeOnRecord } from './grade.ts';

/**
 * New biomedical technology (国务院令第818号, from 2026-05-01): one filing per project; the site must be 三级甲等; nobody may be
 * charged. Clinical use needs an approval of its own. The older filing of stem-cell institutions (2016–2017) is history.
 */
const GATE = 'biomedical-research';
const codes = {
  yes: 'research.filed',
  no: 'research.filing-ended',
  stale: 'research.filing-too-old',
  hold: 'research.filing-too-old',
};

const ruleReasons = (context: GateContext, service: Service): readonly Reason[] => {
  if (context.day < context.policy.lawDays.order818)
    return service.code === 'stem-cell.research' ? [] : [reason('research.order818-not-in-force')];
  if (service.code === 'order818.translation') return [reason('research.translation-needs-approval')];
  const changed = service.code === 'stem-cell.research' ? [reason('research.stem-cell-rules-changed')] : [];
  return [
    ...changed,
    reason('research.order818-in-force'),
    reason('research.no-fee'),
    ...siteReasons(context),
  ];
};

const siteReasons = (context: GateContext): readonly Reason[] => {
  const listed = gradeOnRecord(context);
  if (listed === null) return [reason('research.site-must-be-3a')];
  const { grade, asOf } = listed;
  const fits = grade.level === 3 && (grade.letter ?? 0) >= 3;
  return fits ? [] : [reason('research.site-below-3a', { grade: localise(context, grade.name), asOf })];
};

const project = ({ credential }: Row): string => credential.scope.text ?? credential.number ?? '–';

/** A filing is of one project, which the reader has to name. */
const projectOnly = reason('research.filing-covers-project-only');

const told = (context: GateContext, service: Service, rows: readonly Row[]) => {
  const past = rows.filter((row) => isHistory(context, row)).slice(0, 2);
  return {
    reasons: past.map((row) =>
      service.code === 'stem-cell.research'
        ? reason('research.stem-cell-filed-history', { date: historyDate(row) })
        : reason('research.reported-project', { asOf: historyDate(row), project: project(row) }),
    ),
    evidence: past.map(({ weight }) => cite(context, weight)),
  };
};

const absent = (context: GateContext, service: Service): Finding | null => {
  const list = completeLists(context, GATE).find(({ state }) => state === 'fresh');
  if (
    list?.edition == null ||
    context.day < context.policy.lawDays.order818 ||
    service.code !== 'order818.research'
  )
    return null;
  const evidence = citeEdition(context, list, list.edition);
  if (evidence.length === 0) return null;
  const params = { list: localise(context, list.source.descriptor.title), asOf: list.date };
  return finding(GATE, service.code, {
    result: 'not-met',
    reasons: [reason('research.absent', params)],
    evidence,
  });
};

/** The check of a study or of a new biomedical technology at this hospital. */
export const researchGate = (context: GateContext, service: Service): Finding => {
  if (context.dossier === null)
    return finding(GATE, service.code, { reasons: [reason('institution.not-settled')] });
  const mine = rowsOf(
    context,
    credentialsOf(context, GATE).filter(({ code }) => code === service.code),
  );
  const rules = ruleReasons(context, service);
  const { order818 } = context.policy.lawDays;
  const due = context.day < order818 ? [order818] : [];
  const decidesNow = service.code !== 'stem-cell.research' || context.day < order818;
  // Not only fresh rows: an authority's row that has grown too old is still told as its filing, on the day it ages and after.
  const authoritative = mine.filter(({ weight }) => weight.eligible);
  const found =
    decidesNow && authoritative.length > 0
      ? fromRows(context, service, GATE, mine, codes, {
          project: mine[0] === undefined ? '–' : project(mine[0]),
        })
      : null;
  if (found !== null)
    return {
      ...found,
      due: [...found.due, ...due],
      caveats: [...found.caveats, projectOnly],
      reasons: [...found.reasons, projectOnly, ...rules],
    };
  const history = told(context, service, mine);
  const missing = mine.length === 0 ? absent(context, service) : null;
  if (missing !== null) return { ...missing, due, reasons: [...missing.reasons, ...rules] };
  const none = history.reasons.length === 0 ? [reason('research.no-filing-seen')] : [];
  return finding(GATE, service.code, {
    reasons: [...history.reasons, ...none, ...rules],
    evidence: history.evidence,
    due,
  });
};
