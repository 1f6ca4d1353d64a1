import type { PossiblyListed } from '../../../schema/institution.ts';
import type { LinkBook } from '../../store/link-book.ts';
import type { ResolvedJudgements } from '../judgements.ts';

/** Most that a dossier names; one is enough to keep a list's silence from being a no. */
const MOST = 6;

/** Rows of lists whose silence would be a no, about other institutions that could be this one and that nobody judged different. */
export const possiblyListed = async (
  institution: string,
  book: Pick<LinkBook, 'couldBe' | 'decisiveRows'>,
  { areDifferent }: ResolvedJudgements,
): Promise<readonly PossiblyListed[]> => {
  const found = new Map<string, PossiblyListed>();
  for (const head of await book.couldBe(institution)) {
    if (areDifferent(institution, head)) continue;
    for (const { source, name } of await book.decisiveRows(head))
      found.set(`${source} ${head}`, { source, institution: head, name });
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([, one]) => one);
};
