import { nameKeys } from '../../src/name-keys/keys.ts';
import { translateName } from '../../src/names/translate/translate-name.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { type NameQuestion, PLAIN, question } from './name-question.ts';
import { bearersOf } from './questions.ts';

const OFFICIAL = new Set(['legal', 'second', 'former']);

/**
 * The registered names that `asked` leaves out, most of them of hospitals with one name, each with its hospital hidden, and in our English words:
 * three times as many hospitals that are not on record as the other sets have. Names that several bear are left out.
 */
export const plainQuestions = (
  rows: readonly NameRow[],
  asked: readonly NameQuestion[],
): readonly NameQuestion[] => {
  const bearers = bearersOf(rows);
  const known = new Set(asked.filter(({ hidden }) => hidden === 'hospital').map(({ query }) => query));
  const take = (set: string, row: NameRow, query: string | null): NameQuestion[] => {
    if (query === null || known.has(query) || (bearers.get(nameKeys(query).full)?.size ?? 0) > 1) return [];
    known.add(query);
    return [question(`${PLAIN}${set}, hospital not on record`, row, 'hospital', query)];
  };
  return rows
    .filter(({ kind }) => OFFICIAL.has(kind))
    .flatMap((row) => [
      ...take('official', row, row.value),
      ...(row.kind === 'legal' && row.language === 'zh'
        ? take('English of ours', row, translateName(row.value))
        : []),
    ]);
};
