import type { Dossier } from '../../../schema/institution.ts';
import { hospitalsOfRegions } from '../../../schema/lexicon/hospitals-of-regions.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { foldText, hasHan, latinWords, simplify } from '../../text/han.ts';
import { type AskedPlace, placeText } from '../asked-place.ts';
import { meantBy, noMatch } from '../results.ts';
import type { Line } from '../search.ts';
import type { ProtectedUse } from './protected.ts';

const OUTSIDE: ReadonlySet<string | null> = new Set(['香港特别行政区', '澳门特别行政区', '台湾省']);

/** Whether a place lies in Hong Kong, Macau or Taiwan, of whose hospitals our lists hold few. */
export const isOutsideMainland = ({ province }: AskedPlace): boolean => OUTSIDE.has(province);

const CENTRE = /\bmedical cent(?:er|re)$/iu;
const HOSPITAL = /\b(?:hospital|clinic)s?\b/iu;

/** "Tianjin Union Medical Center": a common word of English (no sound of the famous one) under a center, which no holder is, is not borrowed from their hospitals. */
const isCentreByCommonWord = (name: string, { word, written }: ProtectedUse): boolean =>
  CENTRE.test(name.trim()) &&
  !HOSPITAL.test(name) &&
  written !== word.sound.join('') &&
  latinWords(name).includes(written);

/** Whether what bears a famous word in another place than its holders may well bear it in its own right. */
export const isOnesOwnThere = (name: string, use: ProtectedUse, place: AskedPlace): boolean =>
  isOutsideMainland(place) || isCentreByCommonWord(name, use);

/** 香港仁济医院: what our lists do not hold there may well be a hospital, and is not called a lookalike; it is not the one of that name elsewhere. */
export const notHeldThere = (
  name: string,
  { word }: ProtectedUse,
  place: AskedPlace,
  candidates: Identification['candidates'],
): Identification =>
  noMatch(
    [
      reason('name.not-found', { name }),
      reason('place.elsewhere', { name: `${word.zh}医院`, place: placeText(place) }),
    ],
    candidates,
  );

const folded = (name: string): string => foldText(simplify(name));

const regions: ReadonlyMap<string, string> = new Map(
  Object.entries(hospitalsOfRegions.regions).flatMap(([region, { zh, en }]) =>
    [...zh, ...en].map((name) => [folded(name), region] as const),
  ),
);
const elsewhereToo: ReadonlySet<string> = new Set(hospitalsOfRegions.elsewhereToo.map(folded));

/** Whether a text is written in traditional characters. */
export const isTraditional = (text: string): boolean => hasHan(text) && simplify(text) !== text;

/** The region of Hong Kong, Macau or Taiwan where a hospital is called just so, by its official name; null for any other name. */
export const regionCalled = (name: string): string | null => regions.get(folded(name)) ?? null;

/** What agrees is less than a whole name on record. */
const IN_SHORT = /^name\.(?:short\.equal|similar)$/u;
const PRINTED: ReadonlySet<string> = new Set(['legal', 'second', 'english']);
const HOUSE = /(?:综合|纪念)?医院$| (?:international |memorial )?hospital$/u;

/** 宏恩医院 (华东医院), "Landseed Hospital" (上海禾新医院): an alias whose word is in no name that a list prints for this one. */
const isByAlias = (name: string, { names }: Dossier): boolean => {
  const word = folded(name).replace(HOUSE, '');
  return !names.some(({ kind, value }) => PRINTED.has(kind) && folded(value).includes(word));
};

/**
 * 仁濟醫院, 東華醫院, "Queen Elizabeth Hospital": whom a bare name settles on, where a hospital of Hong Kong, Macau or Taiwan that is not on record is called so too, and the name is
 * written as there, is less than a whole name on record or only an alias; and where hospitals of other countries are. It is offered and not settled on. Anything else stays as it is. `few`: what is said of a region.
 */
export const unlessOfRegion = async (
  { name, found, reader }: Line,
  few: (region: string) => Reason | null,
): Promise<Identification> => {
  const dossier = found.id === null ? undefined : await reader.dossier(found.id);
  if (dossier === undefined) return found;
  const said = { name, known: dossier.title.zh ?? dossier.title.en ?? '', id: dossier.id };
  if (elsewhereToo.has(folded(name)))
    return noMatch([reason('name.elsewhere-too', said), reason('name.nearest', said)], meantBy(found));
  const region = regionCalled(name);
  const there = region === null ? null : few(region);
  const inShort = found.why.some(({ code }) => IN_SHORT.test(code)) || isByAlias(name, dossier);
  return there === null || dossier.place.province === region || !(isTraditional(name) || inShort)
    ? found
    : noMatch([reason('name.of-region-too', said), there], meantBy(found));
};
