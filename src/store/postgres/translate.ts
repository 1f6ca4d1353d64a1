/** SQL as PostgreSQL reads it; `names` are the parameters in the order of their numbers, null where values come in order. */
export type Translated = Readonly<{ text: string; names: readonly string[] | null }>;

/** Texts and quoted names are left alone; then parameters, names in camel case, hints for SQLite's planner, and its arrow into JSON. */
const PARTS =
  /'(?:[^']|'')*'|"[^"]*"|\?|:[a-zA-Z]\w*|\b[a-z][0-9a-z]*[A-Z]\w*\b|\s?\bINDEXED BY \w+|(?<![\w.])[\w.]+ ->> '[^']*'/g;

/**
 * Turns SQL of src/store/sql into PostgreSQL's: `?` and `:name` become `$1`, `$2`; names in camel case are quoted, or they would become
 * lower case; `INDEXED BY` goes, since PostgreSQL takes no hints; `body ->> '$.path'` becomes json_extract, which the first migration
 * makes.
 */
export const translate = (sql: string): Translated => {
  const names: string[] = [];
  let places = 0;
  const numbered = (name: string): string => {
    const known = names.indexOf(name);
    return `$${known < 0 ? names.push(name) : known + 1}`;
  };
  const text = sql.replace(PARTS, (part) => {
    if (part.startsWith("'") || part.startsWith('"')) return part;
    if (part === '?') {
      places += 1;
      return `$${places}`;
    }
    if (part.startsWith(':')) return numbered(part.slice(1));
    if (part.includes('INDEXED BY')) return '';
    if (part.includes(' ->> ')) return `json_extract(${part.replace(' ->> ', ', ')})`;
    return `"${part}"`;
  });
  return { text, names: names.length > 0 ? names : null };
};
