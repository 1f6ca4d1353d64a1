import { addressKeys } from '../../places/address-key.ts';
import type { LinkRow } from './link-profile.ts';

type KeyedRow = LinkRow & Readonly<{ record: Readonly<{ key: string }> }>;

/** Which row it is, and all of it that `linkProfile` reads. */
const statedBy = ({ source, official, record }: KeyedRow): string => {
  const { key, names, identifiers, place = null, traits, notSameAs } = record;
  const { address = '', ...where } = place ?? {};
  const rest = [names, identifiers, where, addressKeys(address), traits?.website, notSameAs];
  return JSON.stringify([source, key, official, ...rest]);
};

/**
 * What rows state that linking compares, as one text: rows of one record that give the same text give the same profile, whatever else they say
 * (grades, dates, what an address says but road and house number), and however often they say it. Names need not be taken apart for it.
 */
export const statedText = (rows: readonly KeyedRow[]): string => {
  const all = rows.map((row) => ({ stated: statedBy(row), listed: row.listed }));
  const distinct = (some: typeof all): readonly string[] =>
    [...new Set(some.map(({ stated }) => stated))].sort();
  return JSON.stringify([distinct(all), distinct(all.filter(({ listed }) => listed))]);
};
