import type { Verdict } from '../../schema/verdict.ts';

/** A made-up verdict about nobody, for what is drawn or sealed whatever it says. */
export const plainVerdict: Verdict = {
  outcome: 'unknown',
  summary: 'made up',
  licence: {
    result: 'unknown',
    status: null,
    sentence: 'made up',
    asOf: null,
    ageDays: null,
    evidence: [],
    next: null,
  },
  asked: [],
  caveats: [],
  lastKnown: null,
  identity: { match: 'exact', score: 1, why: [], institution: null, candidates: [] },
  checks: [],
  practitioner: null,
  notices: [],
  searched: [],
  checkYourself: [],
  policyVersion: 'made-up.1',
  generation: 1,
  asOf: '2026-11-21',
  answeredAt: '2026-11-20T16:00:00.000Z',
  nextDue: null,
};
