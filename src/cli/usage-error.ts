import type { FieldError } from '../errors.ts';

/** A command line that cannot be read; the message is one line that says which option and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The option that fills a field of a question: `licenceNumber` → `--licence-number`. */
export const optionOf = (field: string): string =>
  `--${field.replace(/\B[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Where a field of a problem document stands on the command line; a name needs no option. */
const placeOf = (address: string): string => {
  const field = address.replace(/^[?/]/, '');
  return field === 'name' ? '<name>' : optionOf(field);
};

/** Where HTTP points to an address, the command line points to a command. */
export const here = (text: string): string =>
  text
    .replace(/\/v1\/technologies(\?q=…)?/, '`licet technologies`')
    .replace('a claim of /v1/schemes', 'a claim such as jci, ciha, grade:3A')
    .replace('a code of /v1/schemes', 'a code such as jci, ciha')
    .replace('id, licenceNumber, uscc, name', '<name>, --id, --uscc, --licence-number');

const sentence = ({ field, problem, expected, nearest }: FieldError): string => {
  const near = nearest?.length ? `; nearest: ${nearest.join(', ')}` : '';
  return `${placeOf(field)} ${problem}${expected === undefined ? '' : `; expected ${here(expected)}`}${near}`;
};

/** The errors of a question as one line. */
export const questionError = (errors: readonly FieldError[]): UsageError =>
  new UsageError(errors.map(sentence).join(' | '));
