import type { Dossier } from '../../../schema/institution.ts';
import { hospitalsOfRegions } from '../../../schema/lexicon/hospitals-of-regions.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { foldText, hasHan, simplify } from '../../text/han.ts';
import { meantBy, noMatch } from '../results.ts';

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
  name: string,
  found: Identification,
  few: (region: string) => Reason | null,
  reader: Reader,
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
