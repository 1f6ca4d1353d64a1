import type { InstitutionRecord } from '../../../../schema/record.ts';
import type { Descriptor } from '../../../../schema/source.ts';
import { isOfficial } from './statements.ts';

/** How a row stands that is on its list now: `official`, an authority states it; `listed`, the list is a complete one besides. */
export const standingOf = (record: InstitutionRecord, descriptor: Descriptor) => {
  const official = isOfficial(record.evidenceKind ?? descriptor.evidenceKind);
  const complete = descriptor.completeness === 'complete' && descriptor.accumulates !== true;
  return { official, listed: official && complete };
};
