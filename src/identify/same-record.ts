import { reason } from '../../schema/reason.ts';
import { authoritativeKinds } from '../../schema/source.ts';
import { compareNames } from '../names/compare/compare.ts';
import { parseName } from '../names/parse/parse-name.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';
import { judgedDifferent } from './judged.ts';
import type { NameCandidate } from './name-candidate.ts';
import { parentFit, parentOf } from './parents.ts';

const isOfficial = async (id: string, reader: Reader): Promise<boolean> => {
  const dossier = await reader.dossier(id);
  return dossier?.evidence.some((one) => authoritativeKinds.includes(one.kind)) ?? false;
};

const REGISTERED: readonly string[] = ['legal', 'second', 'former'];

const bearsRegistered = ({ hit }: NameCandidate): boolean =>
  hit.form === 'full' && hasHan(hit.name) && REGISTERED.includes(hit.nameKind);

const chineseNames = async (id: string, reader: Reader): Promise<readonly string[]> =>
  ((await reader.dossier(id))?.names ?? [])
    .filter(({ value, kind }) => hasHan(value) && REGISTERED.includes(kind))
    .map(({ value }) => value);

/** Some registered Chinese name of the one is, part by part, a name of the other: nothing in it differs or is left over. */
const chineseAgree = async (a: NameCandidate, b: NameCandidate, reader: Reader): Promise<boolean> => {
  const place = { province: a.hit.province, city: a.hit.city, district: null };
  const [mine, theirs] = [await chineseNames(a.id, reader), await chineseNames(b.id, reader)];
  return mine.some((one) =>
    theirs.some((other) => compareNames(parseName(other), parseName(one), place).conflicts === 0),
  );
};

/**
 * The same registered Chinese name; another whole name (English names and aliases are translated and copied freely, so that two
 * hospitals come to bear one) only where the Chinese names agree too; or the same short name under parents that are one by their
 * names (上海交通大学 and 上海交大).
 */
const namesAgree = async (a: NameCandidate, b: NameCandidate, reader: Reader): Promise<boolean> => {
  if (a.id === b.id || (bearsRegistered(a) && bearsRegistered(b))) return true;
  if (a.hit.form === 'full' && b.hit.form === 'full') return chineseAgree(a, b, reader);
  return a.names.some((name) => parentOf(name) && b.names.some((other) => parentOf(other)))
    ? a.names.some((name) => parentOf(name) && parentFit(name, b.names.filter(parentOf)) === 'agrees')
    : false;
};

/**
 * One institution that stands in the registry twice because a directory row was not joined to the official one: the same
 * registered name, or the same core under the same parent, in the same city (names may not repeat within one registering area,
 * 医疗机构管理条例实施细则), and exactly one of them on an authority's list. Returns that one; null whenever any of this is in doubt.
 */
export const officialOfDuplicates = async (
  candidates: readonly NameCandidate[],
  reader: Reader,
): Promise<NameCandidate | null> => {
  const cities = new Set(candidates.map((one) => one.hit.city));
  if (cities.size !== 1 || cities.has(null) || candidates.length > 4) return null;
  const official: NameCandidate[] = [];
  for (const one of candidates) if (await isOfficial(one.id, reader)) official.push(one);
  const [only] = official;
  if (only === undefined || official.length > 1) return null;
  for (const one of candidates)
    if (!(await namesAgree(only, one, reader)) || (await judgedDifferent(only.id, one.id, reader)))
      return null;
  return { ...only, why: [...only.why, reason('name.same-record')] };
};
