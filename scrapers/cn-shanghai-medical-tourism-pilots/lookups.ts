import type { EvidenceKind } from '../../schema/source.ts';

/** Who prints the row: the city itself, or the press. */
export const voices: Readonly<Record<string, EvidenceKind>> = {
  'shanghai.gov.cn': 'official-list',
  'english.shanghai.gov.cn': 'official-list',
  'www.shine.cn': 'press',
};

/** The two pilots, private of 2020 and public of 2023, as programmes of the vocabulary. */
export const programmes: Readonly<Record<string, string>> = {
  '2020 private pilot': 'pilot:shanghai-imt',
  '2023 public pilot (13 units)': 'pilot:shanghai-imt-public',
};
