import type { PossiblyListed } from '../../../schema/institution.ts';
import type { LinkBook } from '../../store/link-book.ts';
import type { ResolvedJudgements } from '../judgements.ts';

/** Most that a dossier names; one is enough to keep a list's silence from being a no. */
const MOST = 6;

/** Rows of lists whose silence would be a no, about other institutions that could be this one and that nobody judged different. */
export const possiblyListed = async (
  institution: string,
  book: Pick<LinkBook, 'pairsOf' | 'groupOf' | 'headOf' | 'decisiveRows'>,
  { areDifferent }: ResolvedJudgements,
): Promise<readonly PossiblyListed[]> => {
  const own = await book.groupOf(institution);
  const found = new Map<string, PossiblyListed>();
  for (const id of own)
    for (const { one, other } of await book.pairsOf(id)) {
      const head = await book.headOf(one === id ? other : one);
      if (own.includes(head) || areDifferent(institution, head)) continue;
      for (const { source, name } of await book.decisiveRows(head))
        found.set(`${source} ${head}`, { source, institution: head, name });
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([, one]) => one);
};
