import { LONGEST_NAME, readHolderName } from '../http/operator/holder-name.ts';
import { UsageError } from './usage-error.ts';
import { printable } from './width.ts';

const DAY_MS = 86_400_000;

/** The name under which somebody is given a token. Throws UsageError for what cannot be one. */
export const holderName = (given: string, who: string): string => {
  const name = readHolderName(given);
  if (name !== null) return name;
  throw new UsageError(`<name> must be 2 to ${LONGEST_NAME} printable characters that say who the ${who} is`);
};

/** A whole number that an option was given. Else UsageError with what would be right. */
export const countIn = (
  option: string,
  given: string,
  { least = 1, most, of }: Readonly<{ least?: number; most: number; of: string }>,
): number => {
  const count = Number(given);
  if (given.trim() !== '' && Number.isInteger(count) && count >= least && count <= most) return count;
  throw new UsageError(`${option} ${printable(given)} is no number of ${of}; expected ${least} to ${most}`);
};

/** The instant so many days later. */
export const daysAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY_MS).toISOString();
