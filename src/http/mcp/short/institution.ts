import { z } from 'zod';
import type { InstitutionSummary } from '../../../../schema/verdict.ts';

/** A hospital in one line. `en` is its English name, else our translation of the Chinese one. */
export const shortInstitution = z.strictObject({
  id: z.string().describe('For verify_institution'),
  zh: z.string().nullable(),
  en: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
});

export const nameShort = ({
  id,
  name,
  province,
  city,
}: InstitutionSummary): z.infer<typeof shortInstitution> => ({
  id,
  zh: name.zh,
  en: name.en ?? name.translation ?? null,
  province,
  city,
});
