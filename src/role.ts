/**
 * What a process of the service does: `serve` answers; `work` does the jobs (nights, lists, watches and what is told of them, proofs,
 * packs, the names index); `both` is what `npm start` does on one machine.
 */
export type Role = 'both' | 'serve' | 'work';

/** The role that a command line names; `both` where it names none; null for a word that is no role. */
export const roleOf = (word: string | undefined): Role | null => {
  if (word === undefined) return 'both';
  return word === 'serve' || word === 'work' ? word : null;
};
