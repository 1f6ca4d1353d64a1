import type { FhirResource, VerificationResult } from 'fhir/r4.js';
import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { testIds } from '../../src/ask/test-institutions.ts';
import { claimCodes } from '../../src/verdict/vocabulary/claims.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import { openService, TODAY } from '../support/app.ts';
import { fc } from '../support/draws.ts';
import { asking, BASE, faultsOf, resources } from '../support/fhir.ts';

let now = TODAY;
const service = await openService({ baseUrl: BASE }, undefined, () => now);
t.teardown(service.close);
const { get, whole } = asking(service);
const ids = await service.store.reader().institutionIds(null, 100_000);

const kinds = [
  'Organization',
  'Location',
  'HealthcareService',
  'VerificationResult',
  'NamingSystem',
  'StructureDefinition',
] as const;
const anyOf = (kind: (typeof kinds)[number]): string =>
  kind === 'VerificationResult'
    ? `/fhir/${kind}?target=Organization/${ids[0]}&service=IVF&claim=jci`
    : `/fhir/${kind}?_count=40`;

t.test('who may be meant is as likely as /v1/verify says, though the name begins so', async (t) => {
  for (const name of ['广东省人', '复旦大学附属']) {
    const query = new URLSearchParams({ name });
    const { identity } = await get<Verdict>(`/v1/verify?${query}`);
    const { entry = [] } = await get(`/fhir/Organization?${query}`);
    const scores = new Map(entry.map(({ resource, search }) => [resource?.id, search?.score]));
    const [first] = identity.candidates;
    t.ok((first?.score ?? 0) > 0, name);
    t.equal(scores.get(first?.id), first?.score, name);
  }
});

t.test('every kind of resource, and every bundle of them, is valid R4 and read by its id', async (t) => {
  const statement = await get<FhirResource>('/fhir/metadata');
  t.match(statement, { fhirVersion: '4.0.1', rest: [{ resource: kinds.map((type) => ({ type })) }] });
  t.strictSame(faultsOf(statement), []);
  t.match(faultsOf({ resourceType: 'VerificationResult', status: 'confirmed' }), [/status/]);
  for (const kind of kinds) {
    const bundle = await get(anyOf(kind));
    const [first] = resources(bundle);
    t.ok(first, kind);
    t.strictSame([bundle, ...resources(bundle)].flatMap(faultsOf), [], `${kind} is valid`);
    t.strictSame(await get(`/fhir/${kind}/${first?.id}`), first, `${kind} is read as it is found`);
  }
});

/** Statuses of FHIR from the least to the most that a reader may take from them. */
const STATUS = { refuted: 'val-fail', unknown: 'req-revalid', limited: 'attested', confirmed: 'validated' };
const real = ids.filter((_, at) => at % 211 === 0);
const questions = fc.record(
  {
    id: fc.oneof(fc.constantFrom(...real), fc.constantFrom(...testIds)),
    service: fc.constantFrom(...services.map(({ code }) => code)),
    claim: fc.constantFrom(...claimCodes),
  },
  { requiredKeys: ['id'] },
);

/** What a verdict looks better in than in /v1/verify, or otherwise than there. */
const differences = (result: VerificationResult, verdict: Verdict): string[] => {
  const [extension] = result.extension ?? [];
  const part = (url: string) => extension?.extension?.find((one) => one.url === url);
  const { outcome } = verdict;
  const met = new Set(
    verdict.checks
      .flatMap(({ result, evidence }) => (result === 'met' ? evidence : []))
      .map(({ authority }) => authority),
  );
  const successful = (result.primarySource ?? []).filter(
    ({ validationStatus }) => validationStatus?.coding?.[0]?.code === 'successful',
  );
  return [
    ...(part('outcome')?.valueCode === outcome ? [] : ['another outcome']),
    ...(part('sentence')?.valueString === verdict.summary ? [] : ['another sentence']),
    ...(outcome !== 'ambiguous' && result.status === STATUS[outcome]
      ? []
      : [`${result.status} for ${outcome}`]),
    ...(successful.every(({ who }) => met.has(who?.display?.split(' · ')[0] ?? ''))
      ? []
      : ['a list that stands behind no yes is called successful']),
    ...(result.nextScheduled === (verdict.nextDue ?? undefined) ? [] : ['another day on which it is due']),
  ];
};

t.test('a verdict looks no better in FHIR than in /v1/verify, whatever is asked of whom', async (t) => {
  const faults: string[] = [];
  const seen = new Set<string>();
  const plainly: { id: string; service?: string; claim?: string }[] = testIds.map((id) => ({ id }));
  for (const { id, ...things } of [...plainly, ...fc.sample(questions, 60)]) {
    const query = new URLSearchParams({ target: `Organization/${id}`, ...things });
    const found = resources(await get(`/fhir/VerificationResult?${query}`)) as VerificationResult[];
    const alone = Object.entries(things);
    const asked = alone.length === 0 ? [[]] : alone.map((one) => [one]);
    if (found.length !== asked.length) faults.push(`${query}: ${found.length} results`);
    for (const [at, thing] of asked.entries()) {
      const verdict = await get<Verdict>(`/v1/verify?${new URLSearchParams([['id', id], ...thing])}`);
      const result = found[at];
      if (result === undefined) continue;
      seen.add(verdict.outcome);
      faults.push(
        ...[...differences(result, verdict), ...faultsOf(result)].map((fault) => `${query}: ${fault}`),
      );
    }
  }
  t.strictSame(faults, []);
  for (const outcome of Object.keys(STATUS)) t.ok(seen.has(outcome), `${outcome} was drawn`);
});

t.test('an approval is active exactly where the treatment is answered with a yes', async (t) => {
  // On a day when the lists of 2025 may still decide there are approvals of both sorts.
  now = new Date('2026-01-15T04:00:00.000Z');
  const found = (await whole('/fhir/HealthcareService?_count=200')).filter((_, at) => at % 97 === 0);
  const faults: string[] = [];
  for (const { id = '', ...rest } of found) {
    const [institution, ...code] = id.split('.');
    const { outcome } = await get<Verdict>(`/v1/verify?id=${institution}&service=${code.join('.')}`);
    const yes = outcome === 'confirmed' || outcome === 'limited';
    if (!('active' in rest) || rest.active !== yes) faults.push(`${id}: ${outcome}`);
  }
  t.strictSame(faults, []);
  const active = found.filter((one) => 'active' in one && one.active);
  t.ok(active.length > 0 && active.length < found.length);
  const [only] = resources(await get('/fhir/HealthcareService?_count=1&active=false'));
  t.match(only, { active: false });
  now = TODAY;
});

t.test('where a name settles nobody, those whose names begin so stand beside', async (t) => {
  const begun = await get(`/fhir/Organization?${new URLSearchParams({ name: '北京大学' })}`);
  const names = resources(begun).map((one) => ('name' in one ? one.name : ''));
  t.match(names, [/^北京大学/, /^北京大学/, /^北京大学/]);
  t.notOk('total' in begun, 'and may be more');
});
