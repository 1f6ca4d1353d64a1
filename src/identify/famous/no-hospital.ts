import type { NoHospital } from '../../../schema/lexicon/no-hospitals.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { hasHan } from '../../text/han.ts';
import { folded } from '../address/beyond-china.ts';
import { noMatch } from '../results.ts';
import type { Search } from '../search.ts';

type Named = Readonly<{ of: NoHospital; name: string; whole: boolean }>;

const standsIn = (name: string, listed: string): boolean =>
  hasHan(listed) ? name.includes(listed) : ` ${name} `.includes(` ${listed} `);

/** The area, chain or company that a name is, or else the one with the longest name that stands in it; null where there is none. */
const namedIn = async (name: string): Promise<Named | null> => {
  const { noHospitals } = await import('../../../schema/lexicon/no-hospitals.ts');
  const asked = folded(name);
  const [longest] = noHospitals
    .flatMap((of) => of.names.map((one) => ({ of, name: one, whole: folded(one) === asked })))
    .filter((one) => standsIn(asked, folded(one.name)))
    .toSorted((a, b) => b.name.length - a.name.length);
  return longest ?? null;
};

/**
 * A name that is no hospital's: an area with several institutions (博鳌乐城), a chain (爱康国宾) or a company says so, before those in it or of it that are spelled alike
 * are offered as if one of them were meant. Null for any other. `among`: those who bear the word of the chain's houses.
 */
export const namesNoHospital = async (
  { name }: Search,
  among: (word: string) => Promise<Identification>,
): Promise<Identification | null> => {
  const named = await namedIn(name);
  if (named?.whole !== true) return null;
  const { is, bears } = named.of;
  const houses = bears === undefined ? [] : (await among(bears)).candidates;
  return noMatch([reason(`name.is-${is}`, { name: named.name })], houses);
};

/** Nobody on record, and in the name stands that of a chain, an area or a company (“iKang Beijing”, 美年大健康徐汇体检中心): says what that is. Null for any other. */
export const namesPartOfNoHospital = async ({ name }: Search): Promise<Identification | null> => {
  const named = await namedIn(name);
  return named === null
    ? null
    : noMatch([reason('name.not-found', { name }), reason(`name.is-${named.of.is}`, { name: named.name })]);
};
