import type { Reader } from '../../src/store/registry-reader.ts';

/** Ways in which lists write a name; each is told by its number, so that every run asks the same. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.slice(0, -1),
  (name) => `${name} (VIP)`,
  (name) => name.replace(/医院$/u, ' 医院'),
  (name) => `编造${name.slice(2)}`,
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A list of so many hospitals as CSV: names of the registry in Chinese and English, some cut, some with more around them, some of nobody; some with a treatment or a mark. */
export const mixedList = async (reader: Reader, rows: number): Promise<readonly (readonly string[])[]> => {
  const names: string[] = [];
  for await (const { value } of reader.names()) names.push(value);
  return Array.from({ length: rows }, (_, at) => {
    const name = names[(at * 7919) % names.length] ?? '';
    const spelled = spellings[at % 7 < 5 ? 0 : at % spellings.length]?.(name) ?? name;
    return [String(at + 1), spelled, at % 4 === 0 ? 'IVF' : '', at % 6 === 0 ? 'jci' : ''];
  });
};

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  [['No', 'Hospital name', 'Treatment', 'Claim'], ...rows]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('');
