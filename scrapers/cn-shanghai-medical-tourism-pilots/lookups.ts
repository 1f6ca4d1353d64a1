import type { EvidenceKind } from '../../schema/source.ts';

/** Who prints the row: the city itself, or the press. */
export const voices: Readonly<Record<string, EvidenceKind>> = {
  'shanghai.gov.cn': 'official-list',
  'english.shanghai.gov.cn': 'official-list',
  'www.shine.cn': 'press',
};
