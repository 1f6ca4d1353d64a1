import type { Told, WatchAspect, WatchEvent } from '../../schema/watch.ts';
import type { StaleEntry } from '../store/service/watches.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/**
 * What each aspect of an answer consists of. Sentences stand in none of them: they tell ages in days, which are others every day.
 * How surely somebody was recognised counts only where nobody is settled.
 */
const parts: Readonly<Record<WatchAspect, (told: Told) => unknown>> = {
  verdict: ({ outcome, id, match, asked }) => ({
    outcome,
    id,
    match: id === null ? match : null,
    asked: asked.map(({ ask, result, status }) => ({ ask, result, status })),
  }),
  name: ({ id, name }) => ({ id, name }),
  licence: ({ licence: { result, status } }) => ({ result, status }),
  evidence: ({ evidence }) => evidence,
};

/** Which of the aspects that are told differ between two answers. */
const changed = (before: Told, after: Told, tell: readonly WatchAspect[]): readonly WatchAspect[] =>
  tell.filter((aspect) => canonicalJson(parts[aspect](before)) !== canonicalJson(parts[aspect](after)));

const movedBetween = (before: Told, after: Told): WatchEvent['why']['moved'] => [
  ...(before.generation === after.generation ? [] : (['generation'] as const)),
  ...(before.policyVersion === after.policyVersion ? [] : (['policy'] as const)),
  ...(before.asOf === after.asOf ? [] : (['day'] as const)),
];

const whyOf = (before: Told, after: Told): WatchEvent['why'] => {
  const [had, has] = [before, after].map(({ reasons }) => new Set(reasons.map(({ code }) => code)));
  const came = after.reasons.filter(({ code }) => !had?.has(code));
  const gone = before.reasons.map(({ code }) => code).filter((code) => !has?.has(code));
  return {
    moved: movedBetween(before, after),
    reasons: came.length + gone.length === 0 ? after.reasons : came,
    gone,
  };
};

/** Address at which the question of an entry is answered, below the address of this service. */
const answerAddress = (base: string, { question, watch }: StaleEntry): string => {
  const { institution, service, claims } = question;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(institution)) if (value !== undefined) query.set(name, value);
  if (service !== undefined) query.set('service', service);
  for (const claim of claims) query.append('claim', claim);
  query.set('lang', watch.lang);
  return `${base}/v1/verify?${query}`;
};

/** Where and when a comparison was made: the address of this service (empty where it has none) and the instant. */
type EventPlace = Readonly<{ base: string; at: string }>;

/** The event that an answer calls for, held against what was told last; null where nothing that is told has changed. */
export const eventBetween = (
  entry: StaleEntry,
  after: Told,
  { base, at }: EventPlace,
): Omit<WatchEvent, 'id' | 'number'> | null => {
  const { told: before, watch, number, reference, question } = entry;
  if (before === null) return null;
  const differs = changed(before, after, watch.tell);
  if (differs.length === 0) return null;
  return {
    watch: watch.id,
    at,
    entry: number,
    reference,
    question,
    changed: [...differs],
    before,
    after,
    why: whyOf(before, after),
    answer: answerAddress(base, entry),
  };
};
