import { decodeJwt } from 'jose';
import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { testIds } from '../../src/ask/test-institutions.ts';
import { stateOf } from '../../src/badge/state.ts';
import { claimCodes } from '../../src/verdict/vocabulary/claims.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import { openService } from '../support/app.ts';
import { fc } from '../support/draws.ts';
import { shownIn } from '../support/paper.ts';

const BASE = 'https://licet.example';
const { app, store, close } = await openService({ baseUrl: BASE });
t.teardown(close);

const real = (await store.reader().institutionIds(null, 100_000)).filter((_, at) => at % 97 === 0);
const DRAWN = 16;

/** One institution, and at most one thing that is asked of it: a treatment or a mark. */
const questions = fc.record({
  id: fc.oneof(fc.constantFrom(...real), fc.constantFrom(...testIds)),
  about: fc.oneof(
    fc.constant({}),
    fc.constantFrom(...services.map(({ code }) => ({ service: code }))),
    fc.constantFrom(...claimCodes.map((claim) => ({ claim }))),
  ),
  lang: fc.constantFrom('en', 'zh'),
});
type Asked = Readonly<{ id: string; about: Readonly<{ service?: string; claim?: string }>; lang: string }>;

const verdictOn = async ({ id, about, lang }: Asked): Promise<Verdict> =>
  (await app.inject(`/v1/verify?${new URLSearchParams({ id, ...about, lang })}`)).json();

/** What each other form says of the same question, in the words of /v1/verify. */
const forms: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  assistants: async ({ id, about: { service, claim }, lang }) => {
    const given = {
      id,
      lang,
      ...(service === undefined ? {} : { service }),
      ...(claim === undefined ? {} : { claim: [claim] }),
    };
    const params = { name: 'verify_institution', arguments: given };
    const { body } = await app.inject({
      method: 'POST',
      url: '/mcp',
      headers: { accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-11-25' },
      payload: { jsonrpc: '2.0', id: 1, method: 'tools/call', params },
    });
    const { outcome, sentence, asOf, generation } = JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? '').result
      .structuredContent;
    return { outcome, sentence, asOf, generation };
  },
  reconciliation: async ({ id, about, lang }) => {
    const properties = ['outcome', 'sentence'].map((property) => ({ id: property, settings: about }));
    const payload = new URLSearchParams({ extend: JSON.stringify({ ids: [id], properties }) }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const url = lang === 'zh' ? '/reconcile/zh' : '/reconcile';
    const { rows } = (await app.inject({ method: 'POST', url, headers, payload })).json();
    return { outcome: rows[id].outcome[0].str, sentence: rows[id].sentence[0].str };
  },
  credentials: async ({ id, about }) => {
    const credential = (await app.inject(`/badge/${id}.vc?${new URLSearchParams(about)}`)).body;
    const { credentialSubject: said } = decodeJwt<{ credentialSubject: Record<string, unknown> }>(
      credential.split('~', 1)[0] ?? '',
    );
    return { state: said.state, asOf: said.asOf, generation: said.generation, id: said.id };
  },
};

/** The parts of a verdict that a form speaks of. */
const expectedOf = (verdict: Verdict, { id }: Asked): Readonly<Record<string, unknown>> => ({
  outcome: verdict.outcome,
  sentence: verdict.summary,
  asOf: verdict.asOf,
  generation: verdict.generation,
  state: stateOf(verdict),
  id: `${BASE}/hospitals/${id}`,
});

for (const [form, ask] of Object.entries(forms))
  t.test(`${form} say what /v1/verify says, whatever is asked of whom`, async (t) => {
    const faults: string[] = [];
    for (const asked of fc.sample(questions, DRAWN)) {
      const expected = expectedOf(await verdictOn(asked), asked);
      const said = (await ask(asked)) as Readonly<Record<string, unknown>>;
      for (const [field, value] of Object.entries(said))
        if (value !== expected[field])
          faults.push(`${JSON.stringify(asked)}: ${field} is ${value}, not ${expected[field]}`);
    }
    t.strictSame(faults, []);
  });

t.test('the JSON-LD of a page names whom /v1/verify names, and nobody else’s numbers', async (t) => {
  const faults: string[] = [];
  for (const id of fc.sample(fc.constantFrom(...real), 15)) {
    const { identity } = await verdictOn({ id, about: {}, lang: 'en' });
    const page = (await app.inject(`/hospitals/${id}`)).body;
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}');
    const names = [data.name, ...(data.alternateName ?? [])];
    const { zh, en } = identity.institution?.name ?? { zh: null, en: null };
    for (const name of [zh, en]) if (name !== null && !names.includes(name)) faults.push(`${id}: ${name}`);
    for (const same of data.sameAs ?? []) {
      const found = (await app.inject(`/v1/verify?name=${encodeURIComponent(same)}`)).json<Verdict>();
      if (found.identity.institution?.id !== id) faults.push(`${id}: ${same}`);
    }
  }
  t.strictSame(faults, []);
});

t.test('the requests of docs/badge.md and docs/cross-identifiers.md are answered as they say', async (t) => {
  const badge = shownIn('badge.md');
  const [token = ''] = (await app.inject(badge.path)).body.split('~', 1);
  t.match(decodeJwt(token), JSON.parse(badge.answer));
  const words = decodeJwt(
    (await app.inject('/badge/test-limited.vc?claim=三甲')).body.split('~', 1)[0] ?? '',
  );
  t.match(
    words,
    { credentialSubject: { about: 'grade:3A' } },
    'everyday words mean what they mean elsewhere',
  );
  const elsewhere = shownIn('cross-identifiers.md');
  t.match((await app.inject(elsewhere.path)).json(), JSON.parse(elsewhere.answer));
});
