import { judgementSchema } from '../../schema/judgement.ts';
import { contradictedJudgements } from '../registry/judgements.ts';
import type { ReviewBook } from '../store/review-book.ts';
import { parseStrictJson } from '../text/strict-json.ts';
import { readInputText } from './read-input.ts';
import { UsageError } from './usage-error.ts';

const lineOf = (file: string, text: string, at: number) => {
  const bad = (what: string): never => {
    throw new UsageError(
      `--restore ${file} line ${at + 1} ${what}; expected what licet judge --history --json prints`,
    );
  };
  try {
    const { generation: _, ...given } = parseStrictJson(text) as { generation?: number };
    const read = judgementSchema.safeParse(given);
    return read.success ? read.data : bad(`has a wrong ${read.error.issues[0]?.path.join('.') || 'shape'}`);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    return bad('is no JSON');
  }
};

/**
 * Takes in judgements that another data folder's history printed, so that a rebuilt registry asks nobody twice. Those known already
 * are left out; a file that cannot be read, or that contradicts what is known, changes nothing. Gives how many were new.
 */
export const restoreJudgements = async (
  file: string,
  store: Pick<ReviewBook, 'judgements' | 'addJudgement'>,
): Promise<number> => {
  const text = await readInputText({
    option: '--restore',
    file,
    expected: 'what licet judge --history --json prints',
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const given = await store.judgements();
  const known = new Set(given.map(({ one, other, at }) => `${one} ${other} ${at}`));
  const fresh = lines
    .map((line, at) => lineOf(file, line, at))
    .filter(({ one, other, at }) => !known.has(`${one} ${other} ${at}`));
  for (const [at, one] of fresh.entries())
    if (contradictedJudgements([...given, ...fresh.slice(0, at)], one) !== null)
      throw new UsageError(
        `--restore ${file}: what it says of ${one.one} and ${one.other} contradicts what was judged here`,
      );
  for (const one of fresh) await store.addJudgement(one);
  return fresh.length;
};
