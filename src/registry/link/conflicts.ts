import type { Identifier, IdentifierScheme, InstitutionRecord } from '../../../schema/record.ts';
import { canonicalZh, withoutParent, withoutPlace } from '../../name-keys/keys.ts';
import { compareNames } from '../../names/compare/compare.ts';
import type { RowPlace } from '../../names/compare/comparison.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { hasHan } from '../../text/han.ts';

/** Compared parts that tell two hospitals apart, however much of the rest agrees. */
const DECISIVE = /^(?:ordinal|kind|specialty|place|district|parent|branch)\.differs$/u;

const NUMERAL = /第?[一二三四五六七八九十\d]+/gu;

/** Numerals of a hospital's own name, university and place aside: 第一示意医院 is neither 第二示意医院 nor 示意医院. */
const ownNumerals = (name: string): string =>
  (withoutPlace(withoutParent(canonicalZh(name))).match(NUMERAL) ?? []).join(' ').replaceAll('第', '');

/**
 * Parts in which two names contradict each other, by the comparison that questions go through (`ordinal.differs`, `kind.differs` …).
 * Empty when the two may name one institution; a part that only one of them states is no conflict.
 */
export const nameConflicts = (one: string, other: string, place: RowPlace): readonly string[] => {
  if (!hasHan(one) || !hasHan(other) || canonicalZh(one) === canonicalZh(other)) return [];
  if (ownNumerals(one) !== ownNumerals(other)) return ['ordinal.differs'];
  const [mine, theirs] = [parseName(one), parseName(other)];
  const parts = [...compareNames(mine, theirs, place).parts, ...compareNames(theirs, mine, place).parts];
  return [...new Set(parts.map(({ code }) => code).filter((code) => DECISIVE.test(code)))].sort();
};

/**
 * Schemes of which an institution has one number at a time: a differing number means another institution, or one whose number
 * changed.
 */
const ONE_EACH: readonly IdentifierScheme[] = ['licence-number', 'uscc', 'org-code', 'insurance-code'];

/** Schemes in which a row and an institution bear different numbers and none that agrees. */
export const numberConflicts = (
  row: readonly Identifier[],
  known: readonly Identifier[],
): readonly IdentifierScheme[] =>
  ONE_EACH.filter((scheme) => {
    const values = known.filter((one) => one.scheme === scheme).map(({ value }) => value);
    const mine = row.filter((one) => one.scheme === scheme);
    return mine.length > 0 && values.length > 0 && !mine.some(({ value }) => values.includes(value));
  });

/** True for rows with a number that a known institution could contradict. */
export const hasOwnNumber = ({ identifiers }: InstitutionRecord): boolean =>
  identifiers.some(({ scheme }) => ONE_EACH.includes(scheme));
