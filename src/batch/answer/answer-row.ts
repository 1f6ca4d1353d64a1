import { LRUCache } from 'lru-cache';
import type { Language } from '../../../schema/base.ts';
import type { Question } from '../../../schema/question.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import type { Answers, Epoch } from '../../ask/answers.ts';
import { kindOfNo } from '../../verdict/kind-of-no.ts';
import type { ListRow, ListTable } from '../list.ts';
import { REMOVED } from '../list.ts';
import { badRow, type RowCandidate, type RowResult, type RowState } from './result.ts';
import { problems, problemText, type RowProblem } from './row-problems.ts';
import { type RowDefaults, rowQuestion } from './row-question.ts';
import { unreadTreatments } from './unread-treatments.ts';

/** Whoever answers rows: all of them from one generation on one day. */
type RowAsker = Readonly<{
  answers: Pick<Answers, 'unscored' | 'questionKey'>;
  epoch: Epoch;
  lang: Language;
  /** What leads a reader to evidence of this address; by default the address as it stands. */
  evidenceAt?: (url: string) => string;
  defaults?: RowDefaults | undefined;
}>;

/** Lists name the same hospital again and again. */
const REMEMBERED = 1_000;

const urlsOf = (checks: Verdict['checks']): readonly string[] =>
  checks.flatMap(({ evidence }) => evidence.map(({ url }) => url));

/** The result of the check that an outcome about something asked rests on. */
const decides = {
  confirmed: 'met',
  limited: 'met',
  refuted: 'not-met',
  unknown: 'unknown',
  ambiguous: 'unknown',
} as const;

/** The page that the outcome rests on: of what was asked, else of the licence, else of any check. */
const evidenceOf = ({ outcome, licence, checks }: Verdict): string | null => {
  const deciding = checks.filter(({ ask, result }) => ask !== null && result === decides[outcome]);
  const [url] = [...urlsOf(deciding), ...licence.evidence, ...urlsOf(checks)];
  return url ?? null;
};

const stateOf = (verdict: Verdict): RowState =>
  verdict.outcome === 'refuted' ? kindOfNo(verdict) : verdict.outcome;

/** Most candidates that a row names. */
const NAMED = 3;

/** Who could be meant where more than one could; a name that only resembles one on record names nobody. */
const couldBe = ({ match, candidates }: Verdict['identity']): readonly RowCandidate[] =>
  match === 'ambiguous'
    ? candidates.map(({ id, name, province, city }) => ({
        id,
        nameZh: name.zh,
        nameEn: name.en,
        province,
        city,
      }))
    : [];

/** What is told of a verdict; null where it was asked about an id that nobody has, which is a fault of the row. */
const resultOf = (verdict: Verdict, evidenceAt: (url: string) => string): RowResult | null => {
  if (verdict.identity.why.some(({ code }) => code === 'id.not-found')) return null;
  const { outcome, summary, identity, licence, lastKnown, nextDue } = verdict;
  const several = couldBe(identity);
  const evidence = evidenceOf(verdict);
  return {
    outcome,
    state: stateOf(verdict),
    answer: summary,
    candidates: several.slice(0, NAMED),
    moreCandidates: Math.max(0, several.length - NAMED),
    nameZh: identity.institution?.name.zh ?? null,
    nameEn: identity.institution?.name.en ?? null,
    id: identity.institution?.id ?? null,
    licence: licence.sentence,
    evidence: evidence === null ? null : evidenceAt(evidence),
    lastKnown: lastKnown === null ? null : lastKnown.sentence,
    nextDue,
    problem: null,
  };
};

/**
 * What is told of a row of which the treatment or a mark cannot be read: who is meant and whether they are licensed, without an outcome. Where nobody is settled
 * on, the outcome is that, whatever was asked (a lookalike, a part that is not on record, several).
 */
const besideUnread = (meant: RowResult, problem: string): RowResult => {
  const { nameZh, nameEn, id, licence, evidence } = meant;
  return id === null ? { ...meant, problem } : { ...badRow(problem), nameZh, nameEn, id, licence, evidence };
};

/** A day to come, what was taken out of cells, and a second treatment in a column that is not read, is said beside the answer. */
const saidBeside = (
  row: ListRow,
  table: ListTable,
  { question: asked, beside }: Readonly<{ question: Question; beside: readonly RowProblem[] }>,
  lang: Language,
): string | null => {
  const removed = row.cells.flatMap((cell, column) =>
    cell === REMOVED ? [{ column, words: problems.personal }] : [],
  );
  const found = [...removed, ...beside, ...(asked.service === undefined ? [] : unreadTreatments(row, table))];
  return found.length === 0 ? null : problemText(found, row, table, lang);
};

/** Gives the function that answers one row of a list: the verdict in short, or what is wrong with the row. It never throws for a row. */
export const rowAnswerer = ({ answers, epoch, lang, evidenceAt = (url) => url, defaults }: RowAsker) => {
  const seen = new LRUCache<string, Readonly<{ result: RowResult | null }>>({ max: REMEMBERED });
  const context = {
    now: epoch.instant,
    lang,
    via: 'body',
    pointer: '',
    newest: epoch.reader.generation,
  } as const;
  const answered = async (question: Question): Promise<RowResult | null> => {
    const key = answers.questionKey(question);
    const known = seen.get(key) ?? { result: resultOf(await answers.unscored(epoch, question), evidenceAt) };
    seen.set(key, known);
    return known.result;
  };
  return async (row: ListRow, table: ListTable): Promise<RowResult> => {
    const read = rowQuestion(row, table, context, defaults);
    if ('problems' in read) {
      const problem = problemText(read.problems, row, table, lang);
      const meant = read.without === undefined ? null : await answered(read.without);
      return meant === null ? badRow(problem) : besideUnread(meant, problem);
    }
    const result = await answered(read.question);
    if (result === null) {
      const unknown = { column: table.mapping.id ?? null, words: problems.unknownId };
      return badRow(problemText([unknown], row, table, lang));
    }
    const problem = saidBeside(row, table, read, lang);
    return problem === null ? result : { ...result, problem };
  };
};
