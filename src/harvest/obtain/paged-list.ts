import type { Page } from '../../../schema/source.ts';

/** The address of one page of a paged list, counted from 1. */
export const pageAddress = (
  url: string,
  { parameter, size, sizeParameter }: NonNullable<Page['paging']>,
  number: number,
): string => {
  const address = new URL(url);
  address.searchParams.set(parameter, String(number));
  if (sizeParameter !== undefined) address.searchParams.set(sizeParameter, String(size));
  return address.href;
};

/** The total number of rows that a page prints under a dotted path of members; null when it prints none. */
export const printedTotal = (body: Uint8Array, path: string): number | null => {
  let at: unknown;
  try {
    at = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
  for (const member of path.split('.'))
    at =
      typeof at === 'object' && at !== null && member in at
        ? (at as Record<string, unknown>)[member]
        : undefined;
  const total = typeof at === 'string' && /^\d+$/.test(at) ? Number(at) : at;
  return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : null;
};
