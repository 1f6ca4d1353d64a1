import type { Evidence, Verdict } from '../../schema/verdict.ts';
import type { Told } from '../../schema/watch.ts';

/** The lists an answer rests on, each with its newest date, in the order of their ids. */
const evidenceOf = ({ checks }: Verdict): Told['evidence'] => {
  const newest = new Map<string, Evidence['asOf']>();
  for (const { source, asOf } of checks.flatMap(({ evidence }) => evidence)) {
    const known = newest.get(source);
    if (known === undefined || known === null || (asOf !== null && asOf > known)) newest.set(source, asOf);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([source, asOf]) => ({ source, asOf }));
};

/** Reasons of checks, caveats and notices, each code once. */
const reasonsOf = ({ checks, caveats, notices }: Verdict): Told['reasons'] => {
  const all = [...checks.flatMap(({ reasons }) => reasons), ...caveats, ...notices];
  const once = new Map(all.map(({ code, text }) => [code, text]));
  return [...once].map(([code, text]) => ({ code, text }));
};

/** What of an answer is kept, so that a later one can be held against it. */
export const toldOf = (verdict: Verdict): Told => {
  const { outcome, summary, identity, asked, licence, generation, policyVersion, asOf } = verdict;
  const { institution } = identity;
  return {
    outcome,
    summary,
    match: identity.match,
    id: institution?.id ?? null,
    name: institution === null ? null : { zh: institution.name.zh, en: institution.name.en },
    asked: asked.map(({ ask, result, status, sentence }) => ({ ask, result, status, sentence })),
    licence: { result: licence.result, status: licence.status, sentence: licence.sentence },
    evidence: evidenceOf(verdict),
    reasons: reasonsOf(verdict),
    generation,
    policyVersion,
    asOf,
  };
};
