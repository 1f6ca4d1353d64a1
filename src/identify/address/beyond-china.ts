import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { placeInName } from '../asked-place.ts';
import { noMatch } from '../results.ts';
import type { Search } from '../search.ts';

/** A name to look up in a list: Chinese without signs; else letters without marks and digits, one space between words, without a leading "the". */
export const folded = (name: string): string =>
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

/** Whether a name, or its first clause, is that of a hospital outside China. */
const isHospitalAbroad = async (name: string): Promise<boolean> => {
  const { hospitalsAbroad } = await import('../../../schema/lexicon/hospitals-abroad.ts');
  const [first = ''] = name.split(/[,，]/u);
  return [name, first].some((one) => hospitalsAbroad.has(folded(one)));
};

const saysPlaceOfChina = ({ name, place }: Search): boolean =>
  [place, placeInName(name)].some(({ province, city }) => province !== null || city !== null);

/**
 * What is said of a name that nobody on record bears or is near to, and that is a hospital's outside China or names a place there: Mayo Clinic, 梅奥诊所, "Bangkok General
 * Hospital". Null for any other, and where a place of China is said in it or beside it.
 */
export const beyondChina = async (search: Search): Promise<Identification | null> => {
  const { name } = search;
  if (saysPlaceOfChina(search)) return null;
  const notFound = reason('name.not-found', { name });
  if (await isHospitalAbroad(name)) return noMatch([notFound, reason('name.abroad', { name })]);
  const asked = saidAbroad(name);
  return asked === null ? null : noMatch([notFound, reason('name.place-abroad', { asked })]);
};
