import { LRUCache } from 'lru-cache';
import type { Language } from '../../../schema/base.ts';
import type { Question } from '../../../schema/question.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import type { Answers, Epoch } from '../../ask/answers.ts';
import { MAX_CANDIDATES } from '../../identify/results.ts';
import { kindOfNo } from '../../verdict/kind-of-no.ts';
import type { ListRow, ListTable } from '../list.ts';
import { REMOVED } from '../list.ts';
import { badRow, type RowCandidate, type RowResult, type RowState } from './result.ts';
import { problems, problemText, type RowProblem } from './row-problems.ts';
import { type RowDefaults, rowQuestion } from './row-question.ts';
import { unreadTreatments } from './unread-cells.ts';

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

/** The result of a question, what was said of each thing that it asked, and the ids of all who could be meant: none where that is not told to the end. */
type Answered = Readonly<{ result: RowResult | null; ofAsked: string | null; couldBe: readonly string[] }>;

const nothing: Answered = { result: null, ofAsked: null, couldBe: [] };

const meantIds = ({ match, institution, candidates }: Verdict['identity']): readonly string[] => {
  if (institution !== null) return [institution.id];
  return match === 'ambiguous' && candidates.length < MAX_CANDIDATES ? candidates.map(({ id }) => id) : [];
};

const sentences = ({ asked }: Verdict): string | null =>
  asked.length === 0 ? null : asked.map(({ sentence }) => sentence).join(' ');

/**
 * What is told of a row of which the treatment, a mark or the day cannot be read: who is meant, whether they are licensed, and what is known of the rest it asks, without
 * an outcome. Where nobody is settled on, the outcome is that, whatever was asked (a lookalike, a part that is not on record, several).
 */
const besideUnread = (meant: RowResult, ofAsked: string | null, problem: string): RowResult => {
  const { nameZh, nameEn, id, licence, evidence } = meant;
  if (id === null) return { ...meant, problem };
  return { ...badRow(problem), answer: ofAsked, nameZh, nameEn, id, licence, evidence };
};

/** Whether one of two names of a row settles on somebody, and the other on somebody else, or on several of whom it is none. */
const areApart = (one: Answered, other: Answered): boolean =>
  (one.result?.id ?? other.result?.id ?? null) !== null &&
  one.couldBe.length > 0 &&
  other.couldBe.length > 0 &&
  !one.couldBe.some((id) => other.couldBe.includes(id));

/** Whom a name means, as candidates. */
const whomOf = ({ id, nameZh, nameEn, candidates }: RowResult): readonly RowCandidate[] =>
  id === null ? candidates : [{ id, nameZh, nameEn, province: null, city: null }];

/** Two names of one row that are two hospitals': nobody is answered about, and both are named, of several whom one of them could mean the likeliest. */
const twoHospitals = (one: RowResult, other: RowResult, problem: string): RowResult => {
  const named = [one, other].flatMap((each) => whomOf(each).slice(0, NAMED - 1)).slice(0, NAMED);
  const all = [one, other].reduce((sum, each) => sum + whomOf(each).length + each.moreCandidates, 0);
  return { ...badRow(problem), candidates: named, moreCandidates: all - named.length };
};

/** What was taken out of cells, a day to come, and a second treatment in a column that is not read, are said beside the answer. */
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
  const seen = new LRUCache<string, Answered>({ max: REMEMBERED });
  const context = {
    now: epoch.instant,
    lang,
    via: 'body',
    pointer: '',
    newest: epoch.reader.generation,
  } as const;
  const answered = async (question: Question): Promise<Answered> => {
    const key = answers.questionKey(question);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const verdict = await answers.unscored(epoch, question);
    const now = {
      result: resultOf(verdict, evidenceAt),
      ofAsked: sentences(verdict),
      couldBe: meantIds(verdict.identity),
    };
    seen.set(key, now);
    return now;
  };
  return async (row: ListRow, table: ListTable): Promise<RowResult> => {
    const said = (found: readonly RowProblem[]): string => problemText(found, row, table, lang);
    const read = rowQuestion(row, table, context, defaults);
    const isWhole = 'question' in read;
    const [question, unread] = isWhole ? [read.question, []] : [read.without, read.problems];
    const meant = question === undefined ? nothing : await answered(question);
    const { result, ofAsked } = meant;
    if (result === null)
      return badRow(
        said(isWhole ? [{ column: table.mapping.id ?? null, words: problems.unknownId }] : unread),
      );
    const other =
      read.english === null || meant.couldBe.length === 0 ? nothing : await answered(read.english);
    if (other.result !== null && areApart(meant, other))
      return twoHospitals(
        result,
        other.result,
        said([...unread, { column: null, words: problems.twoHospitals }]),
      );
    if (!isWhole) return besideUnread(result, ofAsked, said(unread));
    const problem = saidBeside(row, table, read, lang);
    return problem === null ? result : { ...result, problem };
  };
};
