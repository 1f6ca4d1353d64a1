import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { hasHan } from '../../text/han.ts';
import { ambiguousMatch, meantBy } from '../results.ts';

/** Behind the word for a house, what joins it to another: 华山医院和瑞金医院, "Huashan Hospital or Ruijin Hospital". */
const JOINED = {
  han: /(?<=医院|醫院|中心|保健院|[一二三四五六七八九十]院)\s{0,3}(?:以及|还是|或者|对比|和|与|及|或|跟|[、,，;；/|+&]|\s)\s{0,3}/u,
  latin: /(?<=\bhospital|\bcenter|\bcentre)\s{0,3}(?:[,;/|+&]|\band\b|\bor\b|\bvs\b\.?|\bversus\b)\s{0,3}/iu,
};
const HOUSE = /医院|醫院|中心|保健院|[一二三四五六七八九十]院|\b(?:hospital|center|centre)\b/iu;
/** One name behind another with nothing between them: in Chinese that is how a branch is called (上海市第一人民医院松江医院). */
const SIDE_BY_SIDE = /(?<=\bhospital)\s{1,3}(?!of\b|at\b|in\b|for\b|and\b|affiliated\b|attached\b)(?=\S)/iu;
/** More are a list, and lists are read row by row. */
const MOST = 4;

const share = (one: Identification['candidates'], other: Identification['candidates']): boolean =>
  one.some(({ id }) => other.some((candidate) => candidate.id === id));

type Parted = Readonly<{ parts: readonly string[]; joined: boolean }>;

const partsAt = (name: string, at: RegExp): readonly string[] => name.split(at).map((part) => part.trim());

const partedNames = (name: string): Parted => {
  const parts = partsAt(name, hasHan(name) ? JOINED.han : JOINED.latin);
  if (parts.length > 1 || hasHan(name)) return { parts, joined: true };
  return { parts: partsAt(name, SIDE_BY_SIDE), joined: false };
};

/**
 * A line that names several hospitals, each by a name that settles on one or leaves a choice: all of them to choose from, to be asked one at a time. Where nothing joins them
 * ("Ruijin Hospital Huashan Hospital") each has to settle, unless each `mayBeOpen`. Null for any other line, and where the names are one hospital's.
 */
export const severalHospitals = async (
  name: string,
  find: (own: string) => Promise<Identification>,
  mayBeOpen = false,
): Promise<Identification | null> => {
  const { parts, joined } = partedNames(name);
  if (parts.length < 2 || parts.length > MOST || !parts.every((part) => HOUSE.test(part))) return null;
  const named: Identification['candidates'][] = [];
  for (const part of parts) {
    const found = await find(part);
    if (found.id === null && (found.match !== 'ambiguous' || !(joined || mayBeOpen))) return null;
    named.push(meantBy(found));
  }
  const all = [...new Map(named.flat().map((one) => [one.id, one])).values()];
  // 北京协和医院 协和医院: one hospital, twice.
  const same = named.some((one, at) => named.some((other, next) => next !== at && share(one, other)));
  return same ? null : ambiguousMatch([reason('name.names-several', { name, count: named.length })], all);
};

/**
 * "West China Hospital West China Second Hospital": a line that is settled on one though its halves, side by side, are names of two, and that one is called by no name of two houses
 * (Qilu Hospital of Shandong University Dezhou Hospital). All of them to choose from; null for any other line.
 */
export const besideAnother = async (
  name: string,
  { id, why }: Identification,
  find: (own: string) => Promise<Identification>,
): Promise<Identification | null> => {
  const isLike = why.some(({ code }) => code === 'name.similar');
  const isBranch = why.some(({ code }) => code === 'part.branch.equal');
  if (id === null || hasHan(name) || !isLike || isBranch) return null;
  const several = await severalHospitals(name, find, true);
  return several?.candidates.some((one) => one.id === id) === true ? several : null;
};
