import type { Identification } from '../../../schema/verdict.ts';
import { hasHan } from '../../text/han.ts';
import { SIGNS_BETWEEN, trimSigns } from '../../text/trim-signs.ts';
import { couldMean, severalBear } from '../results.ts';

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
export const inBothScripts = async (
  name: string,
  find: (half: string) => Promise<Identification>,
): Promise<Identification | null> => {
  const halves = halvesOf(name);
  if (halves === null) return null;
  const [chinese, other] = [await find(halves.chinese), await find(halves.other)];
  const settled = [chinese, other].find(({ id }) => id !== null);
  const id = settled?.id ?? null;
  return settled !== undefined && id !== null && couldMean(chinese, id) && couldMean(other, id)
    ? settled
    : severalOf(name, chinese, other);
};
