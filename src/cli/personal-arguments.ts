import type { Command } from 'commander';
import { personalNumberIn } from '../identifiers/personal-number.ts';
import { UsageError } from './usage-error.ts';

/** A sha-256: digits enough, and nobody's number. */
const FINGERPRINT = /^[0-9a-f]{64}$/;

const isPersonal = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(isPersonal)
    : typeof value === 'string' && !FINGERPRINT.test(value) && personalNumberIn(value) !== null;

/**
 * Refuses a command line that holds a number telling who somebody is, in an argument or an option: reasons (`--why`,
 * `--because`) are kept for good and names are printed (verdict.md §5.9). The number is not repeated. `licet identify`
 * refuses it in its own words.
 */
export const refusePersonalArguments = (command: Command): void => {
  if (command.name() === 'identify') return;
  const options = Object.entries(command.opts()).filter(([, value]) => isPersonal(value));
  const [named] = options.map(
    ([name]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
  const at = command.args.findIndex(isPersonal);
  if (named === undefined && at === -1) return;
  throw new UsageError(
    `${named ?? `argument ${at + 1}`} holds a number that identifies a person; it was not kept; expected no personal number`,
  );
};
