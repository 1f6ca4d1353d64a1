import t from 'tap';
import type { Check, Verdict } from '../../schema/verdict.ts';
import { verdictSchema } from '../../schema/verdict.ts';
import { addDays, earliest } from '../../src/text/dates.ts';
import { type AnswerInput, answer } from '../../src/verdict/answer.ts';
import { drawSeed, fc } from '../support/draws.ts';
import { answerRules, authorities } from './rules-of-answers.ts';
import { BASE, termless, worlds } from './worlds.ts';

const authoritative = ({ evidence }: Check): boolean =>
  evidence.some(({ kind, fresh }) => fresh && authorities.includes(kind));

/** All hashes of pages that the registry of this question holds. */
const kept = ({ dossier, reference }: AnswerInput): ReadonlySet<string> =>
  new Set([
    ...(dossier?.evidence ?? []).map(({ sha256 }) => sha256),
    ...reference.facts.map(({ evidence }) => evidence.sha256),
    ...[...reference.sources.values()].flatMap(({ editions }) =>
      editions.flatMap(({ snapshots }) => snapshots),
    ),
  ]);

/** A met check cites a row of its own gate that is inside its term on the day asked about. */
const inTerm = ({ dossier }: AnswerInput, { gate, evidence }: Check, day: string): boolean =>
  (dossier?.credentials ?? []).some(
    (credential) =>
      credential.gate === gate &&
      (credential.validUntil === undefined || day <= earliest(credential.validUntil)) &&
      credential.evidence.some((at) => evidence.some(({ row }) => row === dossier?.evidence[at]?.row)),
  );

const walksBack = (pages: ReadonlySet<string>, { result, evidence }: Check): boolean =>
  (result === 'unknown' || evidence.length > 0) &&
  evidence.every(
    ({ sha256, url, row }) => pages.has(sha256) && url.startsWith(`/v1/evidence/${sha256}`) && row >= 0,
  );

const codes = ({ outcome, checks }: Verdict): string =>
  JSON.stringify([
    outcome,
    checks.map(({ result, status, reasons }) => [result, status, reasons.map((one) => one.code)]),
  ]);

type Rule = (verdict: Verdict, input: AnswerInput) => boolean;
const rules: Readonly<Record<string, Rule>> = {
  'rule 1: confirmed needs a fresh primary-register licence and a settled identity': ({
    outcome,
    checks,
    identity,
  }) => {
    const licence = checks.find(({ gate }) => gate === 'practice-licence');
    const register =
      licence?.evidence.some(({ kind, fresh }) => kind === 'primary-register' && fresh) === true;
    const settled = ['exact', 'strong'].includes(identity.match) && identity.institution !== null;
    return outcome !== 'confirmed' || (register && licence?.result === 'met' && settled);
  },
  'rule 2: refuted rests on an authority’s fresh evidence, never on silence': ({ outcome, checks }) =>
    outcome !== 'refuted' || checks.some((check) => check.result === 'not-met' && authoritative(check)),
  'rule 4: nothing counts a day past its term': ({ checks, asOf }, input) =>
    checks.every((check) => check.result !== 'met' || inTerm(input, check, asOf)),
  'rule 5: press, holders and directories never make a met or a not-met': ({ checks }) =>
    checks.every((check) => check.result === 'unknown' || authoritative(check)),
  ...answerRules,
  'rule 6: every met and not-met is walked back to the bytes of a kept page': ({ checks }, input) => {
    const pages = kept(input);
    return checks.every((check) => walksBack(pages, check));
  },
};

/** Rules that ask again, tried on every tenth registry. */
const askingAgain: Readonly<Record<string, Rule>> = {
  'rule 7: the same question against the same generation gives the same bytes': (verdict, input) =>
    JSON.stringify(verdict) === JSON.stringify(answer({ ...input, reference: { ...input.reference } })),
  'rule 8: English and Chinese never disagree': (verdict, input) => {
    const lang = input.question.lang === 'en' ? 'zh' : 'en';
    return codes(verdict) === codes(answer({ ...input, question: { ...input.question, lang } }));
  },
  'rules 9 and 10: nothing is said of a person, whoever is asked about': ({ practitioner }, input) => {
    const about = (name: string) =>
      JSON.stringify(answer({ ...input, question: { ...input.question, practitioner: { name } } }));
    return practitioner === null && about('编造甲') === about('编造乙');
  },
};

/** 4,000 generated registries; `npm run fuzz` draws others each time. */
const BATCHES = 8;
const BATCH = 500;
const seed = drawSeed;
const broken = new Map<string, string[]>(Object.keys({ ...rules, ...askingAgain }).map((name) => [name, []]));
const seen = new Map<string, number>();
for (let batch = 0; batch < BATCHES; batch += 1)
  for (const [at, input] of fc.sample(worlds, { numRuns: BATCH, seed: seed + batch }).entries()) {
    const verdict = answer(input);
    seen.set(verdict.outcome, (seen.get(verdict.outcome) ?? 0) + 1);
    for (const [name, rule] of Object.entries(at % 10 === 0 ? { ...rules, ...askingAgain } : rules))
      if (!rule(verdict, input))
        broken.get(name)?.push(`seed ${seed + batch}, world ${at}: ${codes(verdict)}`);
  }

for (const [name, worldsThatBreak] of broken)
  t.test(name, async (t) => t.same(worldsThatBreak.slice(0, 3), []));

t.test('the generated registries reach every outcome', async (t) => {
  for (const outcome of ['confirmed', 'limited', 'refuted', 'unknown', 'ambiguous'])
    t.ok((seen.get(outcome) ?? 0) > 5, `${outcome}: ${seen.get(outcome)}`);
  t.ok(
    (seen.get('confirmed') ?? 0) > (BATCHES * BATCH) / 5,
    'one in five is a yes, which most rules are about',
  );
});

/** Generated registries for the rules that need two registries or two days. */
const RUNS = 200;
const holds = <T>(of: fc.Arbitrary<T>, rule: (value: T) => boolean): void => {
  const {
    failed,
    seed: used,
    counterexamplePath,
    numRuns,
  } = fc.check(fc.property(of, rule), { numRuns: RUNS });
  t.notOk(failed, `run ${numRuns}, seed ${used}, path ${counterexamplePath}`);
};

t.test('rule 3: age moves a check only to unknown, and an outcome never to confirmed or refuted', async () =>
  holds(fc.tuple(termless, fc.integer({ min: 1, max: 900 })), ([input, days]) => {
    const before = answer(input);
    const after = answer({ ...input, now: new Date(Date.parse(`${addDays(BASE, days)}T04:00:00.000Z`)) });
    const checks = after.checks.every(
      ({ result }, at) => result === 'unknown' || result === before.checks[at]?.result,
    );
    return checks && (after.outcome === before.outcome || !['confirmed', 'refuted'].includes(after.outcome));
  }),
);

const said = ({ outcome, checks }: Pick<Verdict, 'outcome' | 'checks'>): string =>
  JSON.stringify([outcome, checks.map(({ result, status }) => [result, status])]);

t.test('an answer does not change of itself before the day that it names as due', async () =>
  holds(fc.tuple(worlds, fc.integer({ min: 1, max: 400 })), ([input, days]) => {
    const { asOf: _, ...question } = input.question;
    const today = { ...input, question };
    const before = answer(today);
    const { nextDue } = before;
    const later = addDays(BASE, days);
    const day = nextDue !== null && nextDue <= later ? addDays(nextDue, -1) : later;
    const after = answer({ ...today, now: new Date(`${day}T04:00:00.000Z`) });
    return said(before) === said(after);
  }),
);

t.test('rule 2: a registry whose every fetch failed refutes nothing but what the law forbids', async () =>
  holds(worlds, (input) => {
    const sources = new Map(
      [...input.reference.sources].map(([id, source]) => [id, { ...source, editions: [] }]),
    );
    const { outcome, checks } = answer({ ...input, reference: { ...input.reference, sources } });
    const forbidden = checks.some(
      ({ gate, result }) => gate === 'prohibited-technology' && result === 'not-met',
    );
    return outcome !== 'refuted' || forbidden;
  }),
);

t.test('every answer has the shape that is promised', async () =>
  holds(worlds, (input) => verdictSchema.safeParse(answer(input)).success),
);
