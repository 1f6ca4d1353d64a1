import { crossIdentifiers } from '../../schema/lexicon/cross-identifiers.ts';

/** Open registries of organisations that number hospitals too. None of them is an authority. */
export type DirectoryScheme = 'ror' | 'isni' | 'wikidata';

/** A number of such a registry, and the ROR number that stands for the same organisation; null where no list says. */
type DirectoryId = Readonly<{ scheme: DirectoryScheme; value: string; ror: string | null }>;

const rorBy = {
  isni: new Map(Object.entries(crossIdentifiers).map(([ror, { isni }]) => [isni, ror])),
  wikidata: new Map(Object.entries(crossIdentifiers).map(([ror, { wikidata }]) => [wikidata, ror])),
} as const;

/** Letters that ROR uses: Crockford's, without i, l, o and u. */
const ROR = /^(?:(?:https?:\/\/)?ror\.org\/)?(0[0-9a-hjkmnp-tv-z]{6}\d{2})$/i;
const ISNI =
  /^(?:(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?|isni:?\s?)?(\d{4}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{3}[\dX])$/i;
const WIKIDATA = /^(?:(?:https?:\/\/)?(?:www\.)?wikidata\.org\/(?:wiki|entity)\/|wd:)?(Q[1-9]\d{3,11})$/i;

/** The check character of an ISNI (ISO 7064, MOD 11-2). */
const isniAgrees = (value: string): boolean => {
  const sum = [...value.slice(0, 15)].reduce((before, digit) => (before + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return value[15] === (check === 10 ? 'X' : String(check));
};

/** Reads a number of ROR, ISNI or Wikidata, bare or as an address; null for anything else. */
export const readDirectoryId = (text: string): DirectoryId | null => {
  const typed = text.trim();
  const ror = ROR.exec(typed)?.[1]?.toLowerCase();
  if (ror !== undefined) return { scheme: 'ror', value: ror, ror };
  const isni = ISNI.exec(typed)?.[1]?.replace(/[\s-]/g, '').toUpperCase();
  if (isni !== undefined && isniAgrees(isni))
    return { scheme: 'isni', value: isni, ror: rorBy.isni.get(isni) ?? null };
  const wikidata = WIKIDATA.exec(typed)?.[1]?.toUpperCase();
  return wikidata === undefined
    ? null
    : { scheme: 'wikidata', value: wikidata, ror: rorBy.wikidata.get(wikidata) ?? null };
};

/** Addresses of the same hospital in open registries, by its ROR number (`sameAs` of schema.org). */
export const sameAsOf = (ror: string): readonly string[] => {
  const known = ror.toLowerCase();
  const { isni, wikidata } = crossIdentifiers[known] ?? {};
  return [
    `https://ror.org/${known}`,
    ...(isni === undefined ? [] : [`https://isni.org/isni/${isni}`]),
    ...(wikidata === undefined ? [] : [`https://www.wikidata.org/entity/${wikidata}`]),
  ];
};
