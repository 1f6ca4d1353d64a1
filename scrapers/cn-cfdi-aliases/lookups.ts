import type { NameKind } from '../../schema/record.ts';

/** The compilation's kinds of name → ours. */
export const kinds: Readonly<Record<string, NameKind>> = {
  parallel_name: 'second',
  official_variant: 'alias',
  historical_name: 'former',
  english_name: 'english',
  common_short_name: 'alias',
};
