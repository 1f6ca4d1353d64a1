import type { NoHospital } from '../../../schema/lexicon/no-hospitals.ts';
import { reason } from '../../../schema/reason.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { placeInName } from '../asked-place.ts';
import { noMatch } from '../results.ts';
import type { Search, Step } from '../search.ts';

/** A name of an area, chain or company, and how it is looked up. */
type Listed = Readonly<{ of: NoHospital; name: string; folded: string }>;
type Named = Listed & Readonly<{ whole: boolean }>;

const standsIn = (name: string, listed: string): boolean =>
  hasHan(listed) ? name.includes(listed) : ` ${name} `.includes(` ${listed} `);

/** All such names, the longest first. */
const listed = late(async (): Promise<readonly Listed[]> => {
  const { noHospitals } = await import('../../../schema/lexicon/no-hospitals.ts');
  return noHospitals
    .flatMap((of) => of.names.map((name) => ({ of, name, folded: folded(name) })))
    .toSorted((a, b) => b.name.length - a.name.length);
});

/** The area, chain or company that a name is, or else the one with the longest name that stands in it; null where there is none. */
const namedIn = async (name: string): Promise<Named | null> => {
  const asked = folded(name);
  const longest = (await listed()).find((one) => standsIn(asked, one.folded));
  return longest === undefined ? null : { ...longest, whole: longest.folded === asked };
};

/**
 * A name that is no hospital's: an area with several institutions (博鳌乐城), a chain (爱康国宾) or a company says so, before those in it or of it that are spelled alike
 * are offered as if one of them were meant. Null for any other.
 */
export const namesNoHospital: Step = async ({ name, ask }) => {
  const named = await namedIn(name);
  if (named?.whole !== true) return null;
  const { is, bears } = named.of;
  const houses = bears === undefined ? [] : (await ask(bears)).candidates;
  return noMatch([reason(`name.is-${is}`, { name: named.name })], houses);
};

/** Nobody on record, and in the name stands that of a chain, an area or a company (“iKang Beijing”, 美年大健康徐汇体检中心): says what that is. Null for any other. */
export const namesPartOfNoHospital: Step = async ({ name }) => {
  const named = await namedIn(name);
  return named === null
    ? null
    : noMatch([reason('name.not-found', { name }), reason(`name.is-${named.of.is}`, { name: named.name })]);
};

/** A name to look up in a list: Chinese without signs; else letters without marks and digits, one space between words, without a leading "the". */
const folded = (name: string): string =>
  hasHan(name)
    ? simplify(name.normalize('NFKC'))
        .replace(/[^\p{L}\p{N}]+/gu, '')
        .toLowerCase()
    : inLatin(name);

const inLatin = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
    .replace(/^the /u, '');

const abroad = late(() => import('../../../schema/lexicon/hospitals-abroad.ts'));

/** Whether a name, or its first clause, is that of a hospital outside China. */
const isHospitalAbroad = async (name: string): Promise<boolean> => {
  const { hospitalsAbroad } = await abroad();
  const [first = ''] = name.split(/[,，]/u);
  return [name, first].some((one) => hospitalsAbroad.has(folded(one)));
};

/** The longest name of a hospital outside China that stands in a name, as it is written in our list; null for none. */
const abroadIn = async (name: string): Promise<string | null> => {
  const { hospitalsAbroad } = await import('../../../schema/lexicon/hospitals-abroad.ts');
  const asked = folded(name);
  const [longest] = [...hospitalsAbroad]
    .filter((one) => standsIn(asked, one))
    .toSorted((a, b) => b.length - a.length);
  return longest ?? null;
};

/** The words of a text that a folded name stands for there, as they were typed but for marks. */
const asTyped = (text: string, known: string): string =>
  new RegExp(known.split(' ').join('[^a-z0-9]{1,3}'), 'iu').exec(
    text.normalize('NFKD').replace(/\p{M}/gu, ''),
  )?.[0] ?? known;

const OF_CHINA = /\bchina\b|中国/iu;
const saysPlaceOfChina = ({ name, place }: Search): boolean =>
  [place, placeInName(name)].some(({ province, city }) => province !== null || city !== null);

/**
 * What is said of a name that nobody on record bears or is near to, and that is a hospital's outside China or names a place there: Mayo Clinic, 梅奥诊所, "Bangkok General
 * Hospital". Where a place of China is said in it or beside it, a hospital's outside China is said to have no house on record here ("Mayo Clinic Beijing", which trades with
 * a name that is not its own). Null for any other.
 */
export const beyondChina: Step = async (search) => {
  const { name } = search;
  const notFound = reason('name.not-found', { name });
  if (saysPlaceOfChina(search) || OF_CHINA.test(name)) {
    const known = await abroadIn(name);
    return known === null
      ? null
      : noMatch([notFound, reason('name.abroad-here', { known: asTyped(name, known) })]);
  }
  if (await isHospitalAbroad(name)) return noMatch([notFound, reason('name.abroad', { name })]);
  const asked = saidAbroad(name);
  return asked === null ? null : noMatch([notFound, reason('name.place-abroad', { asked })]);
};
