import { setImmediate } from 'node:timers/promises';
import type { Dossier } from '../../../schema/institution.ts';
import type { Reference, SourceState } from '../../../schema/reference.ts';
import { nameKeys } from '../../name-keys/keys.ts';
import { hanToken } from '../../names/parse/name-lexicon.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { isCityAndDistrict } from '../../places/around-district.ts';
import { placeNamed } from '../../places/place-names.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { famousWord, type ProtectedUse, type ProtectedWord, wordIn } from './protected.ts';

/** A list of more rows than this lists nearly every hospital, so being on it does not mark a hospital out. */
const MOST_ROWS = 5_000;
const DISTINCTIONS = new Set(['official-list', 'issuer-notice', 'press']);
/**
 * How many selective lists must name a hospital before its name counts as a brand; belonging to a university or academy counts as
 * one.
 */
const LEAST_DISTINCTIONS = 4;
/**
 * How many hospitals may use a brand word before it is an ordinary word (东方, 曙光). A hospital on more lists is imitated more, so
 * more are allowed.
 */
const mostBearers = (distinctions: number): number => (distinctions > LEAST_DISTINCTIONS ? 8 : 2);

const distinguishing = ({ descriptor, editions }: SourceState): boolean =>
  DISTINCTIONS.has(descriptor.evidenceKind) && (editions.at(-1)?.rows ?? Infinity) <= MOST_ROWS;

/** How many selective lists name each institution. */
const distinctionsOf = async (reader: Reader): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const [id, state] of reader.reference.sources) {
    if (!distinguishing(state)) continue;
    for (const one of new Set(await reader.institutionsOn?.(id))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
};

const CORE = /^(\p{Script=Han}{2,4})医院$/u;
const PARENT = /大学|科学院/u;

/** The distinctive words of the names of a hospital whose short form is that word and 医院 (瑞金医院), with the number of its lists. */
const coresOf = (dossier: Dossier, lists: number): readonly (readonly [string, number])[] =>
  dossier.names.flatMap(({ value, kind, language }) => {
    if (language !== 'zh' || (kind !== 'legal' && kind !== 'second')) return [];
    const core = CORE.exec(nameKeys(value).short ?? '')?.[1];
    const distinctions = lists + (PARENT.test(value) ? 1 : 0);
    const unfit = core === undefined || hanToken(core)?.role === 'org' || distinctions < LEAST_DISTINCTIONS;
    return unfit ? [] : [[core, distinctions] as const];
  });

const bearersOf = async (core: string, reader: Reader): Promise<number> =>
  new Set((await reader.findNameKey(`${core}医院`)).map(({ institution }) => institution)).size;

const derive = async (reader: Reader): Promise<readonly ProtectedWord[]> => {
  const holders = new Map<string, { titles: Set<string>; distinctions: number }>();
  for (const [id, lists] of await distinctionsOf(reader)) {
    if (lists < LEAST_DISTINCTIONS - 1) continue;
    // Pauses between dossiers, so that requests are answered while a new generation is opened.
    await setImmediate();
    const dossier = await reader.dossier(id);
    for (const [core, distinctions] of dossier === undefined ? [] : coresOf(dossier, lists)) {
      const known = holders.get(core) ?? { titles: new Set<string>(), distinctions: 0 };
      known.titles.add(dossier?.title.zh ?? core);
      holders.set(core, { titles: known.titles, distinctions: Math.max(known.distinctions, distinctions) });
    }
  }
  const words: ProtectedWord[] = [];
  for (const [core, { titles, distinctions }] of [...holders].sort(([a], [b]) => (a < b ? -1 : 1)))
    if ((await bearersOf(core, reader)) <= mostBearers(distinctions))
      words.push(famousWord(core, [...titles].sort()));
  return words;
};

const derived = new WeakMap<Reference, Promise<readonly ProtectedWord[]>>();

/**
 * Brand words of this generation: the distinctive words of hospitals that several selective lists name (trial register, assisted
 * reproduction, accreditation, pilots …), unless many other hospitals use the word too. Worked out once a generation, from few
 * rows.
 */
export const brandsOf = (reader: Reader): Promise<readonly ProtectedWord[]> => {
  const before = derived.get(reader.reference);
  if (before !== undefined) return before;
  const work = derive(reader);
  derived.set(reader.reference, work);
  work.catch(() => derived.delete(reader.reference));
  return work;
};

/** 北京朝阳急救中心: the word is a district's, right behind its city and before no hospital. */
const isDistrictIn = (name: string, word: string): boolean => {
  const [before = '', behind = ''] = name.split(word);
  return !behind.startsWith('医院') && isCityAndDistrict(before + word);
};

/** 瑞金 is a town too: as a brand it counts only where another place is said (成都瑞金医院). */
const asBrand = (name: string, word: ProtectedWord, placed: boolean): boolean =>
  placeNamed(word.zh) === null ||
  ((placed || parseName(name).places.length > 0) && !isDistrictIn(name, word.zh));

/** The brand a Chinese name uses; null when it uses none. `placed`: a place is stated beside the name. */
export const brandIn = async (
  name: string,
  reader: Reader,
  placed: boolean,
): Promise<ProtectedUse | null> => {
  const words = await brandsOf(reader);
  const counting = words.filter((word) => asBrand(name, word, placed));
  const use = counting.length === 0 ? null : wordIn(name, counting);
  if (use !== null || counting.length === words.length) return use;
  // What only sounds like it (瑞锦) is no town.
  const alike = wordIn(name, words);
  return alike !== null && alike.written !== alike.word.zh ? alike : null;
};
