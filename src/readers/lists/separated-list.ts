const OPEN = '（(【[';
const CLOSE = '）)】]';

/**
 * Splits a list written in one cell or paragraph (内科、外科（普通外科专业；骨科专业）、妇产科) at the separators, but not
 * inside brackets, which belong to their item. Empty items are dropped; order is kept. An unclosed bracket ends with the text.
 */
export const separatedList = (text: string, separators = '、，,；;\n'): readonly string[] => {
  const items: string[] = [''];
  let depth = 0;
  for (const char of text) {
    if (OPEN.includes(char)) depth += 1;
    if (CLOSE.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.includes(char)) items.push('');
    else items[items.length - 1] += char;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
};
