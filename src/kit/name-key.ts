/** Keys under which a name is found exactly: the whole name, and its short form without parent and place. */
export type NameKeys = Readonly<{ full: string; short: string | null }>;

/** Width, case, spaces and punctuation do not tell names apart. */
export const nameKeys = (value: string): NameKeys => ({
  full: value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ''),
  short: null,
});
