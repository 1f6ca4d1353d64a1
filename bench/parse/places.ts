import divisions from '../../schema/codes/divisions.json' with { type: 'json' };

/** Every Chinese name in the list of divisions, so that the cells hold the characters that real lists hold. */
export const divisionsBelow = (): readonly string[] => {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/^\p{Script=Han}{2,}$/u.test(value)) found.add(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        walk(key);
        walk(inner);
      }
    }
  };
  walk(divisions);
  return [...found];
};
