import type { Traits } from '../../schema/record.ts';

/** What a row is about that is no single hospital: an area of several, a chain of centres or a company, each house licensed by itself. */
export const bodies: Readonly<Record<string, NonNullable<Traits['body']>>> = {
  area: 'area',
  chain: 'other',
  company: 'other',
};
