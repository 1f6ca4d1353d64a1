import { denyingWords } from '../../../schema/lexicon/other-languages.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { hasHan } from '../../text/han.ts';
import { SIGNS_BETWEEN, trimSigns } from '../../text/trim-signs.ts';
import { isNotThis } from '../famous/against.ts';
import { ambiguousMatch, couldMean, meantBy, severalBear } from '../results.ts';
import type { Line, Reading } from '../search.ts';

/** A line cut where its script changes: what stands in Chinese characters, and the rest. */
type Halves = Readonly<{ chinese: string; other: string }>;

const FEWEST = { chinese: 3, other: 5 };

/** The two halves of a line that names in one script after the other; null for one in a single script, or that changes more often. */
const halvesOf = (name: string): Halves | null => {
  const runs = name.match(/\p{Script=Han}[^A-Za-z]{0,100}|[A-Za-z][^\p{Script=Han}]{0,200}/gu) ?? [];
  const [first, second, ...more] = runs.map((half) => trimSigns(half, SIGNS_BETWEEN));
  if (first === undefined || second === undefined || more.length > 0) return null;
  const [chinese, other] = hasHan(first) ? [first, second] : [second, first];
  return chinese.length < FEWEST.chinese || other.length < FEWEST.other ? null : { chinese, other };
};

/** 中山医院 Zhongshan Hospital: several bear either name. Those who bear both, where there are several; null where nobody bears both. */
const severalOf = (name: string, chinese: Identification, other: Identification): Identification | null => {
  if (chinese.match !== 'ambiguous' || other.match !== 'ambiguous') return null;
  const bearBoth = chinese.candidates.filter(({ id }) => other.candidates.some((one) => one.id === id));
  if (bearBoth.length === 0) return null;
  const meant = bearBoth.length > 1 ? bearBoth : chinese.candidates;
  return severalBear(name, meant);
};

/**
 * "瑞金医院 Ruijin Hospital": one hospital named in both scripts. Whoever one half settles on, where the other half may mean the same, else those whom both
 * halves may mean; null where the line is not of two such halves, or they mean different ones.
 */
export const inBothScripts: Reading = async ({ name, find }) => {
  const halves = halvesOf(name);
  if (halves === null) return null;
  const [chinese, other] = [await find(halves.chinese), await find(halves.other)];
  const settled = [chinese, other].find(({ id }) => id !== null);
  const id = settled?.id ?? null;
  return settled !== undefined && id !== null && couldMean(chinese, id) && couldMean(other, id)
    ? settled
    : severalOf(name, chinese, other);
};

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
  { name, find }: Line,
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
export const besideAnother: Reading = async (line) => {
  const { id, why } = line.found;
  const isLike = why.some(({ code }) => code === 'name.similar');
  const isBranch = why.some(({ code }) => code === 'part.branch.equal');
  if (id === null || hasHan(line.name) || !isLike || isBranch) return null;
  const several = await severalHospitals(line, true);
  return several?.candidates.some((one) => one.id === id) === true ? several : null;
};

/** A word of denial at the beginning of a name, and what it denies; null for any other name. */
const deniedIn = (name: string): Readonly<{ words: string; own: string }> | null => {
  const text = name.trim();
  const folded = text.toLowerCase();
  const han = hasHan(text);
  const word = (han ? denyingWords.zh : denyingWords.en).find((one) =>
    folded.startsWith(han ? one : `${one} `),
  );
  return word === undefined
    ? null
    : { words: text.slice(0, word.length), own: text.slice(word.length).trim() };
};

/** "Fake Huashan Hospital", 不是华山医院: what says of itself that it is not the hospital whose name follows. Null for any other name. */
export const denied: Reading = async ({ name, find, reader }) => {
  const said = deniedIn(name);
  const found = said === null ? null : await find(said.own);
  if (said === null || found === null) return null;
  // 冒牌协和医院: whichever of several it borrows from.
  const candidates = found.id !== null || found.match === 'ambiguous' ? meantBy(found) : [];
  const [first] = candidates;
  if (first === undefined) return null;
  return isNotThis(name, { id: first.id, candidates }, reason('name.denied', { words: said.words }), reader);
};
