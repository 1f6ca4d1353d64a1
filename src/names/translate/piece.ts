/** A part of a Chinese name with its English, by where English says it. */
export type Piece = Readonly<{
  role: 'place' | 'parent' | 'ordinal' | 'affiliated' | 'before' | 'after' | 'name' | 'house';
  en: string;
  /** As in the Chinese name. */
  zh: string;
}>;
