import type { JudgedFact } from '../../schema/judgement.ts';
import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';

const judgedOf = async (id: string, reader: Reader): Promise<readonly JudgedFact[]> =>
  (await reader.dossier(id))?.judgements ?? [];

/** Whether a person judged these two institutions to be different, whatever their records were merged into since. */
const judgedDifferent = async (one: string, other: string, reader: Reader): Promise<JudgedFact | null> => {
  for (const fact of await judgedOf(one, reader)) {
    if (fact.decision !== 'different') continue;
    const living = (await reader.redirect(fact.other)) ?? fact.other;
    if (living === other) return fact;
  }
  return null;
};

const newest = (facts: readonly JudgedFact[]): JudgedFact | undefined =>
  facts.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];

const sameReasons = async (id: string, reader: Reader): Promise<readonly Reason[]> => {
  const last = newest((await judgedOf(id, reader)).filter(({ decision }) => decision === 'same'));
  return last === undefined ? [] : [reason('id.judged-same', { on: last.on })];
};

/** Candidates looked at for judgements between them. */
const MOST = 4;

const differentReasons = async (ids: readonly string[], reader: Reader): Promise<readonly Reason[]> => {
  for (const one of ids)
    for (const other of ids.filter((id) => id > one)) {
      const fact = await judgedDifferent(one, other, reader);
      if (fact !== null) return [reason('id.judged-different', { on: fact.on })];
    }
  return [];
};

/** Adds the judgements about the institution that was found, or between the candidates: the day of each, never who judged. */
export const withJudgements = async (found: Identification, reader: Reader): Promise<Identification> => {
  const more =
    found.id !== null
      ? await sameReasons(found.id, reader)
      : found.match === 'ambiguous'
        ? await differentReasons(
            found.candidates.slice(0, MOST).map(({ id }) => id),
            reader,
          )
        : [];
  return more.length === 0 ? found : { ...found, why: [...found.why, ...more] };
};
