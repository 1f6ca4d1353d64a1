import type { ReadField } from './read-proof-fields.ts';

/** What was typed, and for fields that were not, what the saved page shows without contradiction. */
export const fillFromPage = (
  typed: Readonly<Record<string, string>>,
  read: readonly ReadField[],
): Readonly<Record<string, string>> => {
  const shown = read.filter(({ column, state }) => state === 'read' && (typed[column] ?? '').trim() === '');
  return { ...typed, ...Object.fromEntries(shown.map(({ column, value }) => [column, value])) };
};
