import { glob, readFile } from 'node:fs/promises';
import t from 'tap';
import type { Dossier } from '../../schema/institution.ts';
import { type Policy, policySchema } from '../../schema/policy.ts';
import type { Question } from '../../schema/question.ts';
import { gatherFacts } from '../../src/ask/facts.ts';
import { differingRules, diffPolicies } from '../../src/ask/policy-diff.ts';
import { readerFor } from '../../src/ask/test-institutions.ts';
import { answer } from '../../src/verdict/answer.ts';
import { currentPolicy, flipExplanations, POLICY_VERSION, policies } from '../../src/verdict/policy.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);
const reader = service.store.reader();

/** So many institutions of each kind are asked about, from all parts of the registry. */
const OF_EACH = 20;

/** What rules look at: which credentials somebody has, and how they stand. Thousands of institutions have no more than one list says. */
const kindOf = ({ credentials }: Dossier): string =>
  [...new Set(credentials.map(({ code, status }) => `${code} ${status}`))].sort().join(', ');

const dossiers: Dossier[] = [];
for (const id of await reader.institutionIds(null, 100_000)) {
  const dossier = await reader.dossier(id);
  if (dossier !== undefined) dossiers.push(dossier);
}
const kinds = Map.groupBy(dossiers, kindOf);
const some = [...kinds.values()].flatMap((alike) =>
  alike.filter((_, at) => at % Math.ceil(alike.length / OF_EACH) === 0).map(({ id }) => id),
);
/** Some that hold a mark of JCI: those whom the rule about it concerns. */
const holders = dossiers
  .filter(({ credentials }) => credentials.some(({ code }) => code === 'jci'))
  .slice(0, 40)
  .map(({ id }) => id);

t.test('every version of the rules is kept as data, in order, and the last one answers', async (t) => {
  const folder = new URL('../../schema/policies/', import.meta.url).pathname;
  const kept: Policy[] = [];
  for await (const file of glob('20*.json', { cwd: folder }))
    kept.push(policySchema.parse(JSON.parse(await readFile(`${folder}${file}`, 'utf8'))));
  const versions = kept.map(({ version }) => version).sort();
  t.strictSame(
    policies.map(({ version }) => version),
    versions,
  );
  t.equal(POLICY_VERSION, versions.at(-1));
  t.equal(currentPolicy.version, POLICY_VERSION);
});

t.test('no verdict flips unexplained from one version of the rules to the next', async (t) => {
  for (const [at, to] of policies.entries()) {
    const from = policies[at - 1];
    if (from === undefined) continue;
    const { flips, asked } = await diffPolicies(reader, [from, to], flipExplanations, TODAY, some);
    t.ok(kinds.size > 20 && asked > 1000, `${kinds.size} kinds, ${asked} questions`);
    t.strictSame(
      flips.filter(({ because }) => because === null).map(({ code, was, is }) => `${code}: ${was} → ${is}`),
      [],
      `${from.version} → ${to.version}: explain it in schema/policies/flips.json, or take the change back`,
    );
  }
});

t.test('a rule that is changed shows every verdict it flips, with the rule and the reasons', async (t) => {
  const without: Policy = { ...currentPolicy, version: '2099-01-01.1', schemeExits: {} };
  const { flips, rules } = await diffPolicies(reader, [currentPolicy, without], [], TODAY, holders);
  t.ok(flips.length > 0);
  t.ok(flips.every(({ code, because }) => code === 'jci' && because === null));
  t.ok(flips.some(({ reasons }) => reasons.some((one) => one.startsWith('- accreditation.'))));
  t.strictSame(rules, differingRules(currentPolicy, without));
  t.ok(rules.every((rule) => rule.startsWith('- /schemeExits/jci')));
});

t.test('an explanation covers flips of its own versions, code and outcomes only', async (t) => {
  const without: Policy = { ...currentPolicy, version: '2099-01-01.1', schemeExits: {} };
  const first = (await diffPolicies(reader, [currentPolicy, without], [], TODAY, holders)).flips[0];
  const because = { en: 'JCI is back (made up for this test)', zh: 'JCI恢复业务（测试编造）' };
  const { was = 'unknown', is = 'unknown' } = first ?? {};
  const covers = { from: currentPolicy.version, to: without.version, code: 'jci', was, is, because };
  const flips = async (explanation: typeof covers) =>
    (await diffPolicies(reader, [currentPolicy, without], [explanation], TODAY, holders)).flips;
  t.ok((await flips(covers)).some((flip) => flip.because === because));
  t.ok((await flips({ ...covers, code: 'ciha' })).every((flip) => flip.because === null));
  t.ok((await flips({ ...covers, from: '2000-01-01.1' })).every((flip) => flip.because === null));
});

t.test('what is told beside a name counts by the version of the rules that answers', async (t) => {
  const under = async (version: string, asked: Pick<Question, 'institution' | 'service'>) => {
    const policy = policies.find((one) => one.version === version);
    const question: Question = { ...asked, claims: [], lang: 'en' };
    const of = readerFor(asked.institution.id, reader, true, TODAY);
    const facts = await gatherFacts(asked.institution, of);
    return answer({ question, ...facts, reference: of.reference, now: TODAY, ...(policy && { policy }) });
  };
  const elsewhere = { institution: { id: 'test-confirmed', address: '上海市黄浦区瑞金二路197号' } };
  const [before, now] = [await under('2026-11-28.1', elsewhere), await under('2026-11-30.1', elsewhere)];
  t.match(before, { outcome: 'confirmed', caveats: [] });
  t.match(before.summary, /address/, 'it was told');
  t.match(now, { outcome: 'limited', caveats: [{ code: 'address.differs' }] });

  const abroad = { institution: { name: 'Madeup Bali Hospital' }, service: 'surrogacy' };
  t.equal((await under('2026-11-28.1', abroad)).outcome, 'refuted');
  t.equal((await under('2026-11-30.1', abroad)).outcome, 'unknown');
});
