import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { mayAs } from '../../../../schema/operator-role.ts';
import { LicetError } from '../../../errors.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';

/** What was shown with what it changes: the fields, the day of the look, the kept page and the name of its file. */
type Shown = Readonly<{
  fields: Readonly<Record<string, string>>;
  lookedOn: string;
  page: string;
  file: string;
  /** Why the row is right although its page shows another number; '' where nobody insists. */
  because: string;
}>;

/** Marks what was shown, so that what was altered since is shown again before it is recorded. */
export const markOf = ({ fields, lookedOn, page, file, because }: Shown): string =>
  createHash('sha256').update(canonicalJson({ fields, lookedOn, page, file, because })).digest('hex');

/**
 * Why somebody insists on a row whose page shows another number, as `--force --because` does; kept with the run. Throws
 * LICET_ROLE_NOT_ALLOWED for a clerk, and LICET_BAD_QUESTION for no reason at all.
 */
export const becauseIn = ({ operator }: FastifyRequest, given: string | undefined): string => {
  const because = (given ?? '').trim();
  if (because === '') return '';
  if (!mayAs(operator?.role ?? 'clerk', 'reviewer')) throw new LicetError('LICET_ROLE_NOT_ALLOWED');
  if (because.length < 3 || because.length > 500) throw new LicetError('LICET_BAD_QUESTION');
  return because;
};
