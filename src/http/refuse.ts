import { type FieldError, LicetError, type ProblemCode } from '../errors.ts';

/** Answers with one problem for everything wrong in a body; a personal number goes before every other trouble. */
export const refuse = (
  refused: readonly Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>[],
): never => {
  const codes = refused.map(({ code }) => code);
  const code = codes.find((one) => one === 'LICET_PERSONAL_NUMBER') ?? codes[0] ?? 'LICET_BAD_QUESTION';
  const errors = refused.flatMap((one) => [...one.errors]);
  if (code !== 'LICET_BAD_QUESTION') throw new LicetError(code, undefined, errors);
  const fields = errors.map(({ field, problem }) => `${field === '' ? 'The body' : field} ${problem}`);
  throw new LicetError(code, `${fields.slice(0, 3).join('; ')}${fields.length > 3 ? '; …' : ''}.`, errors);
};
