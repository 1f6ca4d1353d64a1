/**
 * An English name in two, at the word for its house: West China Hospital, and Cardiology. What a house is "of" or "for" is its own name; '' where
 * nothing stands behind.
 */
export const atHouse = (name: string): readonly [string, string] => {
  const at = /\bhospital (?!of |for )/iu.exec(name)?.index;
  if (at === undefined) return [name, ''];
  const end = at + 'hospital'.length;
  return [name.slice(0, end), name.slice(end).trim()];
};
