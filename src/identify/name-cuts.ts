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

const HOUSE = /医院|醫院|保健院|[一二三四五六七八九十]院|中心/gu;

/** A Chinese name cut behind each of its words for a house but the last characters: 华山医院虹桥院区 → 华山医院, 虹桥院区. */
export const behindHouses = (text: string): readonly Readonly<{ house: string; behind: string }>[] =>
  [...text.matchAll(HOUSE)]
    .map((hit) => hit.index + hit[0].length)
    .filter((end) => end < text.length)
    .map((end) => ({ house: text.slice(0, end), behind: text.slice(end) }));
