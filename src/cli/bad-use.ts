import type { FieldError } from '../errors.ts';

/** A command line that cannot be read; the message is one line that says which option and what would be right. */
export class BadUse extends Error {
  override readonly name = 'BadUse';
}

/** Options that are written otherwise than the field of the question they fill. */
const options: Readonly<Record<string, string>> = {
  name: '<name>',
  licenceNumber: '--licence-number',
  asOf: '--as-of',
};

const optionOf = (field: string): string => {
  const name = field.replace(/^[?/]/, '');
  return options[name] ?? `--${name}`;
};

/** Where HTTP points to an address, the command line points to a command. */
const here = (text: string): string =>
  text
    .replace('/v1/technologies?q=…', '`licet technologies`')
    .replace('a claim of /v1/schemes', 'a claim such as jci, ciha, grade:3A')
    .replace('id, licenceNumber, uscc, name', '<name>, --id, --uscc, --licence-number');

const sentence = ({ field, problem, expected, nearest }: FieldError): string => {
  const near = nearest?.length ? `; nearest: ${nearest.join(', ')}` : '';
  return `${optionOf(field)} ${problem}${expected === undefined ? '' : `; expected ${here(expected)}`}${near}`;
};

/** The errors of a question as one line. */
export const badQuestion = (errors: readonly FieldError[]): BadUse =>
  new BadUse(errors.map(sentence).join(' | '));
