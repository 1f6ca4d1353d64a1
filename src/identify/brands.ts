import { setImmediate } from 'node:timers/promises';
import type { Dossier } from '../../schema/institution.ts';
import type { Reference, SourceState } from '../../schema/reference.ts';
import type { Identification } from '../../schema/verdict.ts';
import { nameKeys } from '../name-keys/keys.ts';
import { hanToken } from '../names/parse/name-lexicon.ts';
import { parseName } from '../names/parse/parse-name.ts';
import { placeNamed } from '../places/place-names.ts';
import type { Reader } from '../store/registry-reader.ts';
import { famousWord, type ProtectedUse, type ProtectedWord, wordIn } from './protected.ts';

/** A list longer than this is a register of everybody: to stand on it is no distinction. */
const MOST_ROWS = 5_000;
const DISTINCTIONS = new Set(['official-list', 'issuer-notice', 'press']);
/** Lists of distinction a hospital must stand on, a university or academy behind it counting as one. */
const LEAST_DISTINCTIONS = 4;
/** A core that more hospitals bear is a word of the language (东方, 曙光), nobody's brand; a hospital that stands higher is imitated more. */
const mostBearers = (standing: number): number => (standing > LEAST_DISTINCTIONS ? 8 : 2);

const distinguishing = ({ descriptor, editions }: SourceState): boolean =>
  DISTINCTIONS.has(descriptor.evidenceKind) && (editions.at(-1)?.rows ?? Infinity) <= MOST_ROWS;

/** Institutions on several lists of distinction, with on how many. */
const distinctions = async (reader: Reader): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const [id, state] of reader.reference.sources) {
    if (!distinguishing(state)) continue;
    for (const one of new Set(await reader.institutionsOn?.(id))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
};

const CORE = /^(\p{Script=Han}{2,4})医院$/u;
const PARENT = /大学|科学院/u;

/** The distinctive word of a hospital that is called by it alone (瑞金医院), with its full name. */
const coresOf = (dossier: Dossier, lists: number): readonly (readonly [string, number])[] =>
  dossier.names.flatMap(({ value, kind, language }) => {
    if (language !== 'zh' || (kind !== 'legal' && kind !== 'second')) return [];
    const core = CORE.exec(nameKeys(value).short ?? '')?.[1];
    const standing = lists + (PARENT.test(value) ? 1 : 0);
    const told = core === undefined || hanToken(core)?.role === 'org' || standing < LEAST_DISTINCTIONS;
    return told ? [] : [[core, standing] as const];
  });

const bearersOf = async (core: string, reader: Reader): Promise<number> =>
  new Set((await reader.findNameKey(`${core}医院`)).map(({ institution }) => institution)).size;

const derive = async (reader: Reader): Promise<readonly ProtectedWord[]> => {
  const holders = new Map<string, { titles: Set<string>; standing: number }>();
  for (const [id, lists] of await distinctions(reader)) {
    if (lists < LEAST_DISTINCTIONS - 1) continue;
    // Visitors go first: this runs beside them when a generation is taken up.
    await setImmediate();
    const dossier = await reader.dossier(id);
    for (const [core, standing] of dossier === undefined ? [] : coresOf(dossier, lists)) {
      const known = holders.get(core) ?? { titles: new Set<string>(), standing: 0 };
      known.titles.add(dossier?.title.zh ?? core);
      holders.set(core, { titles: known.titles, standing: Math.max(known.standing, standing) });
    }
  }
  const words: ProtectedWord[] = [];
  for (const [core, { titles, standing }] of [...holders].sort(([a], [b]) => (a < b ? -1 : 1)))
    if ((await bearersOf(core, reader)) <= mostBearers(standing))
      words.push(famousWord(core, [...titles].sort()));
  return words;
};

const derived = new WeakMap<Reference, Promise<readonly ProtectedWord[]>>();

/**
 * Brand words of this generation: what hospitals that stand on several lists of distinction (trial register, assisted reproduction,
 * accreditation, pilots …) are called by alone, unless many others are called so too. Worked out once a generation, from few rows.
 */
export const brandsOf = (reader: Reader): Promise<readonly ProtectedWord[]> => {
  const before = derived.get(reader.reference);
  if (before !== undefined) return before;
  const work = derive(reader);
  derived.set(reader.reference, work);
  work.catch(() => derived.delete(reader.reference));
  return work;
};

/** 瑞金 is a town too: as a brand it counts only behind the name of another place (成都瑞金医院). */
const asBrand = (name: string, word: ProtectedWord): boolean =>
  placeNamed(word.zh) === null || parseName(name).places.length > 0;

/** The brand a Chinese name uses; null when it uses none. */
export const brandIn = async (name: string, reader: Reader): Promise<ProtectedUse | null> => {
  const words = (await brandsOf(reader)).filter((word) => asBrand(name, word));
  return words.length === 0 ? null : wordIn(name, words);
};

const APART = /^part\.(?:place|kind|specialty|ordinal|branch|district)\.differs$/u;
const SLIP = /^part\.text\.(?:slip|reordered)$/u;

/** Whether one of those found may be the one meant after all: the same core in the same place, or a slip of the pen. */
export const fitsSomebody = ({ candidates }: Identification): boolean =>
  candidates.some(({ why }) => {
    const codes = why.map(({ code }) => code);
    if (codes.some((code) => APART.test(code))) return false;
    return codes.includes('part.core.equal') || codes.some((code) => SLIP.test(code));
  });
