import { reason } from '../../../schema/reason.ts';
import { authoritativeKinds } from '../../../schema/source.ts';
import type { Reader } from '../../store/types.ts';
import type { Meant } from './hits.ts';
import { heldApart } from './judged.ts';
import { parentFit, parentOf } from './parents.ts';

const isOfficial = async (id: string, reader: Reader): Promise<boolean> => {
  const dossier = await reader.dossier(id);
  return dossier?.evidence.some((one) => authoritativeKinds.includes(one.kind)) ?? false;
};

/** The same short name under kindred parents (上海交通大学 and 上海交大), or the same whole name. */
const kindred = (a: Meant, b: Meant): boolean => {
  if (a.hit.form === 'full' && b.hit.form === 'full') return true;
  return a.names.some((name) => parentOf(name) && b.names.some((other) => parentOf(other)))
    ? a.names.some((name) => parentOf(name) && parentFit(name, b.names.filter(parentOf)) === 'agrees')
    : false;
};

/**
 * One institution that stands in the registry twice because a directory row was not joined to the official one: the same whole
 * name, or the same core under kindred parents, in the same city (names may not repeat within one registering area, 医疗机构管理条例实施细则), and exactly one of them
 * on an authority's list. Returns that one; null whenever any of this is in doubt.
 */
export const sameRecord = async (meant: readonly Meant[], reader: Reader): Promise<Meant | null> => {
  const cities = new Set(meant.map((one) => one.hit.city));
  if (cities.size !== 1 || cities.has(null) || meant.length > 4) return null;
  const official: Meant[] = [];
  for (const one of meant) if (await isOfficial(one.id, reader)) official.push(one);
  const [only] = official;
  if (only === undefined || official.length > 1 || !meant.every((one) => kindred(only, one))) return null;
  for (const one of meant) if (await heldApart(only.id, one.id, reader)) return null;
  return { ...only, why: [...only.why, reason('name.same-record')] };
};
