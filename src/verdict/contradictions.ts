import type { Bilingual } from '../../schema/base.ts';
import { contradictionRules as rules, type Settlement } from '../../schema/lexicon/verdict-words.ts';
import { officialSchemes } from '../../schema/record.ts';
import type { Evidence } from '../../schema/verdict.ts';
import { assessEvidence } from './evidence/assess-evidence.ts';
import { assessRows, credentialStateAt, type Row, rowsOf } from './evidence/assess-rows.ts';
import { cite } from './evidence/cite.ts';
import type { GateContext } from './gate-context.ts';

/** What one source says where another says otherwise. */
type Statement = Readonly<{ says: string; evidence: Evidence }>;

/** Two or more sources that disagree about one thing, and the rule that settled it, or left it open. */
export type Contradiction = Readonly<{
  kind: 'credential' | 'grade' | 'identifier';
  about: string;
  statements: readonly Statement[];
  rule: string;
  why: Bilingual;
}>;

const say = (kind: Contradiction['kind'], about: string, rule: Settlement, of: readonly Statement[]) => ({
  kind,
  about,
  statements: of,
  rule,
  why: rules[rule],
});

const sourcesOf = (rows: readonly Row[]): number => new Set(rows.map(({ weight }) => weight.ref.source)).size;

const stated = (context: GateContext, row: Row): Statement => ({
  says:
    row.credential.validUntil === undefined
      ? row.credential.status
      : `${row.credential.status} – ${row.credential.validUntil}`,
  evidence: cite(context, row.weight),
});

/** One credential of which one source says yes and another no, or over. */
const ofCredentials = (context: GateContext): Contradiction[] => {
  const groups = new Map<string, Row[]>();
  for (const row of rowsOf(context, context.dossier?.credentials ?? [])) {
    if (!row.weight.covers) continue;
    const about = row.credential.gate === 'grade' ? '' : row.credential.code;
    if (about !== '') groups.set(about, [...(groups.get(about) ?? []), row]);
  }
  return [...groups].flatMap(([about, rows]) => {
    const states = rows.map(({ credential }) => credentialStateAt(credential, context.day));
    const split = states.includes('yes') && (states.includes('no') || states.includes('over'));
    if (!split || sourcesOf(rows) < 2) return [];
    return [
      say(
        'credential',
        about,
        assessRows(rows, context.day).verdict,
        rows.map((row) => stated(context, row)),
      ),
    ];
  });
};

/** Two grades that cannot both be true on the day. */
const ofGrades = (context: GateContext): Contradiction[] => {
  const rows = rowsOf(context, context.dossier?.credentials ?? []).filter(
    ({ credential, weight }) =>
      credential.gate === 'grade' && weight.covers && credentialStateAt(credential, context.day) === 'yes',
  );
  const full = rows.filter(({ credential }) => /^grade:\d[A-S]$/.test(credential.code));
  const grades = new Set(full.map(({ credential }) => credential.code));
  if (grades.size < 2 || sourcesOf(full) < 2) return [];
  const statements = full.map((row) => ({ says: row.credential.code, evidence: cite(context, row.weight) }));
  return [say('grade', [...grades].sort().join(' / '), 'grade', statements)];
};

/** Two numbers of one kind, from two sources: one institution has one licence number and one credit code. */
const ofIdentifiers = (context: GateContext): Contradiction[] => {
  const { dossier } = context;
  if (dossier === null) return [];
  return officialSchemes
    .filter((scheme) => scheme === 'uscc' || scheme === 'licence-number')
    .flatMap((scheme) => {
      const statements = dossier.identifiers
        .filter((one) => one.scheme === scheme)
        .flatMap(({ value, evidence }) =>
          evidence.flatMap((at) => {
            const ref = dossier.evidence[at];
            return ref === undefined || !ref.current
              ? []
              : [{ says: value, evidence: cite(context, assessEvidence(context, ref)) }];
          }),
        );
      const values = new Set(statements.map(({ says }) => says));
      const sources = new Set(statements.map(({ evidence }) => evidence.source));
      return values.size < 2 || sources.size < 2 ? [] : [say('identifier', scheme, 'identifier', statements)];
    });
};

/** Where the sources about the institution of the context disagree on its day. Pure; the dossier may be null. */
export const contradictionsOf = (context: GateContext): readonly Contradiction[] =>
  context.dossier === null
    ? []
    : [...ofCredentials(context), ...ofGrades(context), ...ofIdentifiers(context)];
