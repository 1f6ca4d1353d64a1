import { load } from 'cheerio';
import t from 'tap';
import { terminalWords } from '../../schema/lexicon/terminal-words.ts';
import type { Question } from '../../schema/question.ts';
import { type Verdict, verdictSchema } from '../../schema/verdict.ts';
import { checkOffer } from '../../src/ask/check-offer.ts';
import { testIds } from '../../src/ask/test-institutions.ts';
import { stateOf } from '../../src/badge/state.ts';
import { wordsIn } from '../../src/badge/words.ts';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import { showVerdict } from '../../src/cli/show/verdict.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { MOST_BYTES } from '../../src/http/mcp/short/fit.ts';
import { plain as plainLine } from '../../src/http/mcp/short/plain.ts';
import { claimCodes } from '../../src/verdict/vocabulary/claims.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import { openWhole } from '../support/app.ts';
import { fc } from '../support/draws.ts';

const service = await openWhole();
t.teardown(service.close);
const reader = service.store.reader();
const real = (await reader.institutionIds(null, 100_000)).filter((_, at) => at % 211 === 0);
const treatments = services.map(({ code }) => code);

/** A terminal that shows words and no colours. */
const plain = { columns: 100, paint: (_: unknown, text: string) => text } as unknown as Terminal;

type Asked = Readonly<{ id: string; service?: string; claims: readonly string[]; lang: 'en' | 'zh' }>;
const questions: fc.Arbitrary<Asked> = fc.record(
  {
    id: fc.oneof(fc.constantFrom(...real), fc.constantFrom(...testIds)),
    service: fc.constantFrom(...treatments),
    claims: fc.uniqueArray(fc.constantFrom(...claimCodes), { maxLength: 3 }),
    lang: fc.constantFrom('en' as const, 'zh' as const),
  },
  { requiredKeys: ['id', 'claims', 'lang'] },
);

const queryOf = ({ id, service: treatment, claims, lang }: Asked): string => {
  const query = new URLSearchParams({ id, lang });
  if (treatment !== undefined) query.set('service', treatment);
  for (const claim of claims) query.append('claim', claim);
  return query.toString();
};

/** What the badge of this question says, as shields.io shows it; null where it asks several things: a badge speaks of one. */
const badgeOf = async ({ id, service: treatment, claims, lang }: Asked): Promise<string | null> => {
  const [claim, ...more] = claims;
  if (more.length > 0 || (treatment !== undefined && claim !== undefined)) return null;
  const query = new URLSearchParams({ lang });
  if (treatment !== undefined) query.set('service', treatment);
  if (claim !== undefined) query.set('claim', claim);
  return (await service.app.inject(`/badge/${id}/shields.json?${query}`)).json().message;
};

/** What an assistant is told at /mcp. */
const assistantOf = async ({ id, service: treatment, claims, lang }: Asked) => {
  const asked = { id, lang, claim: claims, ...(treatment === undefined ? {} : { service: treatment }) };
  const { body } = await service.app.inject({
    method: 'POST',
    url: '/mcp',
    headers: { accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-11-25' },
    payload: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'verify_institution', arguments: asked },
    },
  });
  return JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? '').result.structuredContent;
};

/** What a data tool fetches as today's outcome at /reconcile. */
const fetchedOf = async ({ id, service: treatment = '', claims, lang }: Asked): Promise<string> => {
  const settings = { service: treatment, claim: claims.join(',') };
  const extend = JSON.stringify({ ids: [id], properties: [{ id: 'outcome', settings }] });
  const path = lang === 'en' ? '/reconcile' : `/reconcile/${lang}`;
  const { rows } = (await service.app.inject(`${path}?${new URLSearchParams({ extend })}`)).json();
  return rows[id].outcome.map(({ str }: Readonly<{ str: string }>) => str).join();
};

/** Words and signs that read as a yes, in any form. */
const yes = (lang: Asked['lang']): readonly string[] => [
  wordsIn(lang).state.confirmed,
  wordsIn(lang).state.limited,
];

/** What each form leads with, reduced to the outcome's own word. */
const formsOf = async (asked: Asked) => {
  const query = queryOf(asked);
  const verdict = verdictSchema.parse((await service.app.inject(`/v1/verify?${query}`)).json());
  const $ = load((await service.app.inject(`/check?${query}`)).body);
  const [line = ''] = showVerdict(verdict, asked.lang, plain).split('\n');
  return {
    verdict,
    page: { word: $('section.verdict h2').text().trim(), tone: $('section.verdict').attr('class') ?? '' },
    picture:
      $('meta[property="og:image:alt"]')
        .attr('content')
        ?.split(/\. |。/) ?? [],
    terminal: line.trim(),
    badge: stateOf(verdict),
    served: await badgeOf(asked),
    assistant: await assistantOf(asked),
    fetched: await fetchedOf(asked),
    exit: exitCodeOf[verdict.outcome],
  };
};

const faultsOf = (asked: Asked, forms: Awaited<ReturnType<typeof formsOf>>): readonly string[] => {
  const { verdict, page, picture, terminal, badge, served, assistant, fetched, exit } = forms;
  const { outcome } = verdict;
  const open = verdict.asked.some(({ result }) => result === 'unknown' || result === 'not-met');
  const licensed = verdict.licence.result === 'met' || verdict.licence.result === 'implied';
  const good = outcome === 'confirmed' || outcome === 'limited';
  const word = wordsIn(asked.lang).state[badge];
  return [
    ...(good && (open || !licensed) ? [`${outcome} stands over something that is not known`] : []),
    ...(page.word === word ? [] : [`the page says “${page.word}”, the badge “${word}”`]),
    ...(served?.split(' · ').some((part) => part.endsWith(`: ${word}`)) === false
      ? [`the badge that is served says “${served}”, the question is answered “${word}”`]
      : []),
    ...(picture.includes(word) ? [] : [`the picture says “${picture}”, the badge “${word}”`]),
    ...(!good && picture.some((part) => yes(asked.lang).includes(part))
      ? [`the picture says yes to ${outcome}`]
      : []),
    ...(page.tone.split(' ').includes(badge)
      ? []
      : [`the page is coloured ${page.tone}, the badge ${badge}`]),
    ...(terminal === terminalWords.outcomes[outcome][asked.lang]
      ? []
      : [`the command line says “${terminal}” for ${outcome}`]),
    ...(assistant.outcome === outcome &&
    assistant.sentence === plainLine(verdict.summary) &&
    assistant.caveats.length === verdict.caveats.length
      ? []
      : [`an assistant is told ${JSON.stringify(assistant)}`]),
    ...(Buffer.byteLength(JSON.stringify(assistant)) <= MOST_BYTES ? [] : ['an assistant is told too much']),
    ...(fetched === outcome ? [] : [`a data tool fetches “${fetched}” for ${outcome}`]),
    ...((exit === 0) === good ? [] : [`exit code ${exit} for ${outcome}`]),
    ...(!good && yes(asked.lang).includes(page.word) ? [`the page says yes to ${outcome}`] : []),
  ].map((fault) => `${queryOf(asked)}: ${fault}`);
};

t.test(
  'page, picture, badge, command line, exit code, assistant, data tool and interface say one and the same, and no yes over a not-known',
  async (t) => {
    const faults: string[] = [];
    const seen = new Set<Verdict['outcome']>();
    // Each made-up institution once by itself, so that every outcome is among them whatever is drawn.
    const plainly = testIds.map((id): Asked => ({ id, claims: [], lang: 'en' }));
    for (const asked of [...plainly, ...fc.sample(questions, 80)]) {
      const forms = await formsOf(asked);
      faults.push(...faultsOf(asked, forms));
      seen.add(forms.verdict.outcome);
    }
    t.strictSame(faults, []);
    for (const outcome of ['confirmed', 'limited', 'refuted', 'unknown'] as const)
      t.ok(seen.has(outcome), `${outcome} was drawn`);
  },
);

t.test('an offer gets the outcomes that its claims get one by one', async (t) => {
  const now = new Date('2026-11-21T04:00:00.000Z');
  for (const id of real.slice(0, 5)) {
    const who: Question = { institution: { id }, claims: [], lang: 'en' };
    const text = 'We are JCI accredited and offer CAR-T, PGT and proton therapy.';
    const { verdicts } = await checkOffer(
      { text, who, sender: null, lang: 'en', day: '2026-11-21' },
      reader,
      now,
    );
    t.ok(verdicts.length >= 3, `${verdicts.length} things found`);
    for (const { code, outcome } of verdicts) {
      const about = claimCodes.includes(code) ? { claim: code } : { service: code };
      const query = new URLSearchParams({ id, ...about });
      const alone = (await service.app.inject(`/v1/verify?${query}`)).json<Verdict>();
      t.equal(outcome, alone.outcome, `${id}, ${code}`);
    }
  }
});
