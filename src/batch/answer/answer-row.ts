import { LRUCache } from 'lru-cache';
import type { Language } from '../../../schema/base.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import type { Answers, Epoch } from '../../ask/answers.ts';
import type { ListRow, ListTable } from '../list.ts';
import { REMOVED } from '../list.ts';
import { badRow, type RowResult } from './result.ts';
import { problems, problemText } from './row-problems.ts';
import { type RowDefaults, rowQuestion } from './row-question.ts';

/** Whoever answers rows: all of them from one generation on one day. */
type RowAsker = Readonly<{
  answers: Pick<Answers, 'unscored' | 'questionKey'>;
  epoch: Epoch;
  lang: Language;
  /** What addresses of evidence begin with; empty where the service has no public address. */
  base: string;
  defaults?: RowDefaults | undefined;
}>;

/** Lists name the same hospital again and again. */
const REMEMBERED = 1_000;

const evidenceOf = ({ licence, checks }: Verdict, base: string): string | null => {
  const url = licence.evidence[0] ?? checks.flatMap(({ evidence }) => evidence)[0]?.url;
  return url === undefined ? null : `${base}${url}`;
};

/** What is told of a verdict; null where it was asked about an id that nobody has, which is a fault of the row. */
const resultOf = (verdict: Verdict, base: string): RowResult | null => {
  if (verdict.identity.why.some(({ code }) => code === 'id.not-found')) return null;
  const { outcome, summary, identity, licence, lastKnown, nextDue } = verdict;
  return {
    outcome,
    answer: summary,
    nameZh: identity.institution?.name.zh ?? null,
    nameEn: identity.institution?.name.en ?? null,
    id: identity.institution?.id ?? null,
    licence: licence.sentence,
    evidence: evidenceOf(verdict, base),
    lastKnown: lastKnown === null ? null : lastKnown.sentence,
    nextDue,
    problem: null,
  };
};

/** What was taken out of cells that are not read is said beside the answer. */
const removedIn = (row: ListRow, table: ListTable, lang: Language): string | null => {
  const found = row.cells.flatMap((cell, column) =>
    cell === REMOVED ? [{ column, words: problems.personal }] : [],
  );
  return found.length === 0 ? null : problemText(found, row, table, lang);
};

/** Gives the function that answers one row of a list: the verdict in short, or what is wrong with the row. It never throws for a row. */
export const rowAnswerer = ({ answers, epoch, lang, base, defaults }: RowAsker) => {
  const seen = new LRUCache<string, Readonly<{ result: RowResult | null }>>({ max: REMEMBERED });
  const context = {
    now: epoch.instant,
    lang,
    via: 'body',
    pointer: '',
    newest: epoch.reader.generation,
  } as const;
  return async (row: ListRow, table: ListTable): Promise<RowResult> => {
    const read = rowQuestion(row, table, context, defaults);
    if ('problems' in read) return badRow(problemText(read.problems, row, table, lang));
    const key = answers.questionKey(read.question);
    const known = seen.get(key) ?? { result: resultOf(await answers.unscored(epoch, read.question), base) };
    seen.set(key, known);
    const { result } = known;
    if (result === null) {
      const unknown = { column: table.mapping.id ?? null, words: problems.unknownId };
      return badRow(problemText([unknown], row, table, lang));
    }
    const problem = removedIn(row, table, lang);
    return problem === null ? result : { ...result, problem };
  };
};
