import { JOINED } from '../../../schema/judgement.ts';
import type { LikelyPair, LinkBook } from '../../store/link-book.ts';

/** Records that likely pairs, judgements or present mergers connect, and the pairs between them. */
export type Component = Readonly<{ ids: readonly string[]; pairs: readonly LikelyPair[] }>;

/** Ids that a person judged to be one with this one, itself included. */
type JudgedWith = (id: string) => readonly string[];

/** The record itself, what it is merged into, and all else that is. */
type MergedWith = (id: string) => readonly string[];

/** The components that hold these records, each once: clustering one needs nothing outside it. */
export async function* componentsOf(
  seeds: Iterable<string>,
  book: Pick<LinkBook, 'pairsOf'>,
  mergedWith: MergedWith,
  judgedWith: JudgedWith,
): AsyncIterable<Component> {
  const seen = new Set<string>();
  for (const seed of [...seeds].sort()) {
    if (seen.has(seed)) continue;
    seen.add(seed);
    const ids = [seed];
    const pairs = new Map<string, LikelyPair>();
    for (const id of ids) {
      const likely = (await book.pairsOf(id)).filter(({ probability }) => probability >= JOINED);
      for (const pair of likely) pairs.set(`${pair.one} ${pair.other}`, pair);
      const near = [
        ...likely.flatMap(({ one, other }) => [one, other]),
        ...mergedWith(id),
        ...judgedWith(id),
      ];
      for (const other of near) {
        if (seen.has(other)) continue;
        seen.add(other);
        ids.push(other);
      }
    }
    yield { ids: ids.sort(), pairs: [...pairs.values()] };
  }
}
