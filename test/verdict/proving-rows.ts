import type { CredentialStatus, Gate } from '../../schema/credential.ts';
import { claimCodes } from '../../src/verdict/vocabulary/claims.ts';
import { findProgramme, findScheme, isAccreditation } from '../../src/verdict/vocabulary/schemes.ts';
import { findService, services } from '../../src/verdict/vocabulary/services.ts';
import { fc } from '../support/draws.ts';
import type { ListWord } from './lists.ts';
import { gateOf } from './read-known.ts';

export const statuses: readonly CredentialStatus[] = [
  'listed',
  'formal',
  'trial',
  'some-trial',
  'filed',
  'approved',
  'approved-not-started',
  'operating',
  'accredited',
  'claimed',
  'applicant',
  'active',
  'suspended',
  'withdrawn',
  'revoked',
  'cancelled',
  'expired',
  'deferred',
];

/** A row of a list, as it stands there. */
export type Row = Readonly<{
  word: ListWord;
  code: string;
  status: CredentialStatus;
  /** Days since its edition; null for an undated one. */
  edition: number | null;
  until: number | null;
  event: number | null;
  gone: boolean;
}>;

/** A row that proves what is asked, but for a flaw here and there: most answers are a yes, and every gate stands at its edge. */
export const proof = fc.record({
  edition: fc.integer({ min: 0, max: 25 }),
  until: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 2 }),
  status: fc.nat({ max: statuses.length - 1 }),
  old: fc.integer({ min: 26, max: 900 }),
  /** 0: gone from its list, 1: undated, 2: old, 3: ended, 4: of any status; most have none. */
  flaw: fc.nat({ max: 54 }),
});
type ProofShape = typeof proof extends fc.Arbitrary<infer T> ? T : never;

/** The list whose row proves what a gate asks; of other gates none does, or never without a caveat. */
const proving: Readonly<Partial<Record<Gate, ListWord>>> = {
  'practice-licence': 'register',
  grade: 'grades',
  'assisted-reproduction': 'art-live',
  'organ-transplant': 'transplants',
  'prenatal-diagnosis': 'prenatal',
  'large-equipment': 'permits',
  lecheng: 'zone',
  accreditation: 'jcidirectory',
  programme: 'newpilots',
};
/** A device that wants a filing besides, a mark that attests no hospital and a title of an area are never more than a part of a yes. */
const isPartOnly = (code: string): boolean => {
  const scheme = findScheme(code);
  return (
    findService(code)?.technology !== undefined ||
    (scheme !== undefined && !isAccreditation(scheme)) ||
    findProgramme(code)?.holder === 'area'
  );
};
const provable = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => proving[gateOf(code)] !== undefined && !isPartOnly(code));
/** What proofs can answer. */
export const proven = { services: provable(services.map(({ code }) => code)), claims: provable(claimCodes) };

/** The row of a proof. */
export const provingRow = (code: string, { edition, until, status, old, flaw }: ProofShape): Row => ({
  word: proving[gateOf(code)] ?? 'register',
  code,
  status: flaw === 4 ? (statuses[status] ?? 'listed') : code === 'licence' ? 'active' : 'listed',
  edition: flaw === 1 ? null : flaw === 2 ? old : edition,
  until: flaw === 3 ? -1 - (until ?? 0) : gateOf(code) === 'accreditation' ? (until ?? 30) : until,
  event: null,
  gone: flaw === 0,
});
