import { crossIdentifiers, crossSchemes } from '../../schema/lexicon/cross-identifiers.ts';

/** Open registries of organisations that number hospitals too. None of them is an authority. */
export type DirectoryScheme = 'ror' | CrossScheme;
type CrossScheme = (typeof crossSchemes)[number];

/** A number of such a registry, and the ROR number that stands for the same organisation; null where no list says. */
type DirectoryId = Readonly<{ scheme: DirectoryScheme; value: string; ror: string | null }>;

const rorBy = new Map(
  Object.entries(crossIdentifiers).flatMap(([ror, known]) =>
    crossSchemes.map((scheme): [string, string] => [`${scheme} ${known[scheme]}`, ror]),
  ),
);
const beside = (scheme: CrossScheme, value: string): DirectoryId => ({
  scheme,
  value,
  ror: rorBy.get(`${scheme} ${value}`) ?? null,
});

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

const LEI = /^(?:https:\/\/search\.gleif\.org\/#\/record\/|(?:urn:)?lei[:\s]\s?)?([0-9A-Z]{18}\d{2})$/i;

/** The two check digits of an LEI (ISO 17442; ISO 7064, MOD 97-10): letters count from 10. */
const leiAgrees = (value: string): boolean => {
  let rest = 0;
  for (const sign of value)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
};

/** Reads a number of ROR, ISNI, Wikidata or an LEI, bare or as an address; null for anything else. */
export const readDirectoryId = (text: string): DirectoryId | null => {
  const typed = text.trim();
  const ror = ROR.exec(typed)?.[1]?.toLowerCase();
  if (ror !== undefined) return { scheme: 'ror', value: ror, ror };
  const isni = ISNI.exec(typed)?.[1]?.replace(/[\s-]/g, '').toUpperCase();
  if (isni !== undefined && isniAgrees(isni)) return beside('isni', isni);
  const lei = LEI.exec(typed)?.[1]?.toUpperCase();
  if (lei !== undefined && leiAgrees(lei)) return beside('lei', lei);
  const wikidata = WIKIDATA.exec(typed)?.[1]?.toUpperCase();
  return wikidata === undefined ? null : beside('wikidata', wikidata);
};

const addresses: Readonly<Record<CrossScheme, string>> = {
  isni: 'https://isni.org/isni/',
  wikidata: 'https://www.wikidata.org/entity/',
  lei: 'https://search.gleif.org/#/record/',
};

/** The numbers that stand beside a ROR number: the same hospital in other open registries. */
export const numbersBeside = (ror: string): readonly Readonly<{ scheme: CrossScheme; value: string }>[] => {
  const known = crossIdentifiers[ror.toLowerCase()] ?? {};
  return crossSchemes.flatMap((scheme) => {
    const value = known[scheme];
    return value === undefined ? [] : [{ scheme, value }];
  });
};

/** Addresses of the same hospital in open registries, by its ROR number (`sameAs` of schema.org). */
export const sameAsOf = (ror: string): readonly string[] => [
  `https://ror.org/${ror.toLowerCase()}`,
  ...numbersBeside(ror).map(({ scheme, value }) => `${addresses[scheme]}${value}`),
];
