import type { Language } from '../../schema/base.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { ReviewPair } from '../../schema/judgement.ts';
import { terminalWords } from '../../schema/lexicon/terminal-words.ts';
import { reason, reasonCatalogue, renderReason } from '../../schema/reason.ts';
import { compareNames } from '../names/compare/compare.ts';
import { parseName } from '../names/parse/parse-name.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';

/** One side of a pair as a person judges it. */
export type PairSide = Readonly<{
  id: string;
  names: readonly Readonly<{ value: string; kind: string }>[];
  place: string;
  addresses: readonly string[];
  numbers: readonly string[];
  website: string | null;
  sources: readonly Readonly<{ source: string; kind: string; asOf: string | null; current: boolean }>[];
}>;

export type ShownPair = Readonly<{
  one: PairSide;
  other: PairSide;
  why: string;
  whyText: string;
  compared: readonly Readonly<{ code: string; text: string }>[];
}>;

/** Several rows of one list are one line. */
const once = <T>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((one) => [JSON.stringify(one), one])).values(),
];

const sideOf = (dossier: Dossier): PairSide => ({
  id: dossier.id,
  names: once(dossier.names.map(({ value, kind }) => ({ value, kind }))),
  place: [dossier.place.province, dossier.place.city, dossier.place.district]
    .filter((part, at, all) => part !== undefined && all.indexOf(part) === at)
    .join(' '),
  addresses: dossier.addresses.map(({ address }) => address),
  numbers: dossier.identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
  website: dossier.traits.website ?? null,
  sources: once(dossier.evidence.map(({ source, kind, asOf, current }) => ({ source, kind, asOf, current }))),
});

/** The two titles, part by part, as a question about one of them would be compared with the other. */
const compared = (one: Dossier, two: Dossier, lang: Language): ShownPair['compared'] => {
  const [asked, found] = [one.title.zh ?? '', two.title.zh ?? ''];
  if (!hasHan(asked) || !hasHan(found)) return [];
  const { province = null, city = null, district = null } = two.place;
  const { parts } = compareNames(parseName(asked), parseName(found), { province, city, district });
  return parts
    .filter(({ code }) => `part.${code}` in reasonCatalogue)
    .filter((part) => part.asked !== '' || part.found !== '')
    .map((part) =>
      renderReason(reason(`part.${part.code}`, { asked: part.asked || '–', found: part.found || '–' }), lang),
    )
    .map(({ code, text }) => ({ code, text }));
};

/** Both records of a pair with all that could tell; null when one of them is not in the registry. */
export const pairOf = async (
  asked: ReviewPair,
  reader: Reader,
  lang: Language,
): Promise<ShownPair | null> => {
  const [one, two] = [await reader.dossier(asked.institution), await reader.dossier(asked.candidate)];
  if (one === undefined || two === undefined) return null;
  const whyText = (terminalWords.pairs[asked.why] ?? terminalWords.pairs.other)[lang];
  return {
    one: sideOf(one),
    other: sideOf(two),
    why: asked.why,
    whyText,
    compared: compared(one, two, lang),
  };
};
