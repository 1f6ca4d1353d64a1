import type { Name, NameKind } from '../../schema/record.ts';
import { hasHan } from '../../src/text/han.ts';

/** A value of a cell and the address it was read at; null where it was read at none that may be cited. */
type CitedValue = Readonly<{ value: string; cite: string | null }>;

/** Licences under which a value may ship, and `official` for an authority's own list; left out for a fact read on a page. */
const LICENCES = ['official', 'CC0-1.0', 'CC-BY-4.0', 'MIT', 'Apache-2.0'];

/** The address of "official https://example.org" or "https://example.org"; null for anything else. */
export const citeOf = (words: string): string | null => {
  const parts = words.split(' ');
  const address = parts.at(-1) ?? '';
  const licensed = parts.length === 1 || (parts.length === 2 && LICENCES.includes(parts[0] ?? ''));
  return licensed && /^https?:/u.test(address) && URL.canParse(address) ? address : null;
};

const itemOf = (item: string): CitedValue | null => {
  const open = item.endsWith(']') ? item.lastIndexOf(' [') : -1;
  if (open === -1) return { value: item, cite: null };
  const cite = citeOf(item.slice(open + 2, -1));
  return cite === null ? null : { value: item.slice(0, open), cite };
};

/** The values of a cell, "value [licence address] | value [address] | value"; null where an address cannot be read. */
export const citedValues = (cell: string): readonly CitedValue[] | null => {
  const items = cell.split(' | ').filter((item) => item !== '');
  const read = items.map(itemOf).filter((one) => one !== null);
  return read.length === items.length ? read : null;
};

/** A name as a fact with its address, or, where it has none, marked as uncited. */
export const nameOf = ({ value, cite }: CitedValue, kind: NameKind): Name => ({
  value,
  kind,
  language: hasHan(value) ? 'zh' : 'en',
  ...(cite === null ? { uncited: true as const } : { cite }),
});
