import { z } from 'zod';

/** Ids of companies at IAF CertSearch, separated by commas. */
export const companyIds = z
  .string()
  .regex(
    /^\s*ce_[A-Za-z0-9]+(\s*,\s*ce_[A-Za-z0-9]+)*\s*$/,
    'must be ids such as ce_…, separated by commas, 100 at most',
  )
  .transform((text) => [...new Set(text.split(',').map((id) => id.trim()))])
  .pipe(z.array(z.string()).max(100));
