import { nameModel } from '../../schema/lexicon/name-model.ts';
import { isGeneric } from '../../src/identify/generic-name.ts';
import { askedName } from '../../src/identify/model/asked-name.ts';
import { bestNames, standingThere } from '../../src/identify/model/candidates.ts';
import { withContext } from '../../src/identify/model/context.ts';
import { weighing } from '../../src/identify/model/observations.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import type { NameIndex } from '../../src/names/index/name-index.ts';
import type { NameQuestion } from './name-question.ts';
import { placesBeside } from './questions.ts';

export type Script = 'han' | 'latin';

/** Questions of one script with the observations of their candidates, for fitting. Rows are candidates, by question. */
export type FitData = Readonly<{
  features: readonly string[];
  /** Candidates of question `i`: `firstRow[i]` … `firstRow[i + 1]`. */
  firstRow: readonly number[];
  /** Observations of row `r`: `first[r]` … `first[r + 1]` of `feature` and `value`. */
  first: readonly number[];
  feature: readonly number[];
  value: readonly number[];
  /** The row that is meant, or -1 for nobody. */
  right: readonly number[];
  questions: readonly NameQuestion[];
  placed: readonly boolean[];
  /** Whether the name may be settled at all: one of general words alone never is (by-name.ts). */
  mayBeSettled: readonly boolean[];
}>;

/** Candidates beyond these decide nothing. */
const MOST = 12;

/** What is left out of the index while a question is asked. */
export const hiddenNames = (index: NameIndex, { hidden, query }: NameQuestion, target: number) => {
  const { full } = nameKeys(query);
  if (hidden === 'nothing') return (): boolean => false;
  return (name: number): boolean =>
    index.owner[name] === target && (hidden === 'hospital' || nameKeys(index.names.at(name)).full === full);
};

/** Numbers of institutions by id. */
export const numbered = (index: NameIndex): ReadonlyMap<string, number> =>
  new Map(Array.from({ length: index.institutions.length }, (_, at) => [index.institutions.at(at), at]));

/** Observes every question of one script, with and without its place beside it. */
export const gatherFitData = (
  index: NameIndex,
  questions: readonly NameQuestion[],
  script: Script,
): FitData => {
  const known = new Map<string, number>();
  const id = (feature: string): number => {
    const at = known.get(feature) ?? known.size;
    known.set(feature, at);
    return at;
  };
  const ids = numbered(index);
  const weigh = weighing(nameModel[script].weights);
  const out = {
    firstRow: [0],
    first: [0],
    feature: [] as number[],
    value: [] as number[],
    right: [] as number[],
    questions: [] as NameQuestion[],
    placed: [] as boolean[],
    mayBeSettled: [] as boolean[],
  };
  for (const one of questions) {
    const target = ids.get(one.target) ?? -1;
    const without = hiddenNames(index, one, target);
    for (const placed of placesBeside(one)) {
      const place = placed ? { province: one.province, city: one.city } : { province: null, city: null };
      const asked = askedName(one.query, place);
      if (asked.script !== script) continue;
      const found = withContext(
        index,
        asked,
        standingThere(index, asked, bestNames(index, asked, weigh, without)),
      ).slice(0, MOST);
      const at = found.findIndex(({ institution }) => institution === target);
      out.right.push(at < 0 ? -1 : out.first.length - 1 + at);
      for (const { features } of found) {
        for (const [feature, value] of features) {
          out.feature.push(id(feature));
          out.value.push(value);
        }
        out.first.push(out.feature.length);
      }
      out.firstRow.push(out.first.length - 1);
      out.questions.push(one);
      out.placed.push(placed);
      out.mayBeSettled.push(place.city !== null || !isGeneric(one.query));
    }
  }
  return { features: [...known.keys()], ...out };
};
