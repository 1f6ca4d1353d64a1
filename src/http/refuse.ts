import type { KnownBesides } from '../../schema/problem.ts';
import { type FieldError, LicetError, type ProblemCode } from '../errors.ts';

type AllRefused = readonly Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>[];

/** One problem for everything wrong in a body; a personal number goes before every other trouble. `known`: what can be said all the same. */
export const refusalOf = (refused: AllRefused, known: KnownBesides | null = null): LicetError => {
  const codes = refused.map(({ code }) => code);
  const code = codes.find((one) => one === 'LICET_PERSONAL_NUMBER') ?? codes[0] ?? 'LICET_BAD_QUESTION';
  const errors = refused.flatMap((one) => [...one.errors]);
  if (code !== 'LICET_BAD_QUESTION') return new LicetError(code, undefined, errors);
  const fields = errors.map(({ field, problem }) => `${field === '' ? 'The body' : field} ${problem}`);
  const detail = `${fields.slice(0, 3).join('; ')}${fields.length > 3 ? '; …' : ''}.`;
  return new LicetError(code, detail, errors, known);
};

/** Answers with one problem for everything wrong in a body. */
export const refuse = (refused: AllRefused): never => {
  throw refusalOf(refused);
};
