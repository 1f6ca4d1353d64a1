import { findByName } from '../../src/identify/by-name.ts';
import { unlessClause } from '../../src/identify/in-places.ts';
import { askedName } from '../../src/identify/model/asked-name.ts';
import { likelihoods } from '../../src/identify/model/likelihood.ts';
import type { NameFinder } from '../../src/identify/search.ts';
import type { NameIndex } from '../../src/names/index/name-index.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { hiddenNames, numbered } from './fit-data.ts';
import type { NameQuestion } from './name-question.ts';
import { placesBeside } from './questions.ts';

/** What became of the questions of one set. Shares are of `asked`. */
export type Outcomes = {
  asked: number;
  settledRight: number;
  /** Settled on another institution, or on any where nobody on record is meant. */
  settledWrong: number;
  firstRight: number;
  none: number;
  lookalike: number;
};

/** Sets by name; each with and without the place beside the name, over the questions looked at and over those held out. */
export type Table = ReadonlyMap<string, Outcomes>;

const empty = (): Outcomes => ({
  asked: 0,
  settledRight: 0,
  settledWrong: 0,
  firstRight: 0,
  none: 0,
  lookalike: 0,
});

/** A finder that leaves out what is hidden while a question is asked. */
const hidingFinder = (index: NameIndex, without: (name: number) => boolean): NameFinder => ({
  index,
  likely: (name, place) => likelihoods(index, askedName(name, place), without),
  suggest: () => [],
});

export type Mistake = Readonly<{
  set: string;
  query: string;
  placed: boolean;
  found: string;
  wanted: string;
}>;

/** Asks every question as the service would, and counts what a person would see. */
export const measureNames = async (
  index: NameIndex,
  reader: Reader,
  questions: readonly NameQuestion[],
): Promise<Readonly<{ table: Table; mistakes: readonly Mistake[] }>> => {
  const ids = numbered(index);
  const table = new Map<string, Outcomes>();
  const mistakes: Mistake[] = [];
  for (const one of questions) {
    const finder = hidingFinder(index, hiddenNames(index, one, ids.get(one.target) ?? -1));
    for (const placed of placesBeside(one)) {
      const place = placed ? { province: one.province, city: one.city } : { province: null, city: null };
      const named = await findByName(one.query, place, reader, async () => finder);
      const found = await unlessClause(one.query, named, reader);
      const key = [one.set, placed ? 'with city' : 'alone', one.heldOut ? 'held out' : 'seen'].join(' | ');
      const line = table.get(key) ?? empty();
      table.set(key, line);
      const wanted = one.hidden === 'hospital' ? '' : one.target;
      line.asked += 1;
      const first = found.id ?? found.candidates[0]?.id ?? '';
      if (wanted !== '' && first === wanted) line.firstRight += 1;
      if (found.match === 'none') line.none += 1;
      if (found.match === 'lookalike') line.lookalike += 1;
      if (found.id === null) continue;
      if (found.id === wanted) line.settledRight += 1;
      else {
        line.settledWrong += 1;
        mistakes.push({ set: key, query: one.query, placed, found: found.id, wanted: one.target });
      }
    }
  }
  return { table, mistakes };
};
