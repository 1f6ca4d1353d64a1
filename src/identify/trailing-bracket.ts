/** What stands before a bracket that ends a name, and what stands in it; brackets of Chinese text count as well. */
type TrailingBracket = Readonly<{ before: string; inside: string }>;

/** Takes a bracket at the end off a name: 瑞金医院（上海） → 瑞金医院, 上海. Null where the name ends with none. */
export const trailingBracket = (name: string): TrailingBracket | null => {
  const text = name.trim().replaceAll('（', '(').replaceAll('）', ')');
  const at = text.lastIndexOf('(');
  return at < 1 || !text.endsWith(')')
    ? null
    : { before: text.slice(0, at).trim(), inside: text.slice(at + 1, -1).trim() };
};
