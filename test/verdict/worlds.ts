import type { Credential, CredentialStatus } from '../../schema/credential.ts';
import type { Dossier, EvidenceRef, Fact } from '../../schema/institution.ts';
import type { Match } from '../../schema/verdict.ts';
import { addDays } from '../../src/text/dates.ts';
import type { AnswerInput } from '../../src/verdict/answer.ts';
import { claimCodes } from '../../src/verdict/vocabulary/claims.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import { fc } from '../support/draws.ts';
import { referenceOf } from './fixed-law.ts';
import { evidenceRef, type ListWord, lists } from './lists.ts';
import { gateOf } from './read-known.ts';

/** The day on which every generated edition is already there. */
export const BASE = '2026-11-21';
const words = Object.keys(lists) as ListWord[];
const askable = services.map(({ code }) => code);
const statuses: readonly CredentialStatus[] = [
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

/** Mostly recent: old editions decide nothing, and the rules are about what decides. */
const daysAgo = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 40 }), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 900 }), weight: 1 },
);
const row = fc.record({
  word: fc.nat({ max: words.length - 1 }),
  /** Whether the list is one that speaks about the code’s gate. */
  fits: fc.nat({ max: 4 }),
  edition: daysAgo,
  code: fc.nat({ max: 9 }),
  status: fc.nat({ max: statuses.length - 1 }),
  until: fc.option(fc.integer({ min: -400, max: 400 }), { freq: 2 }),
  event: fc.option(daysAgo, { freq: 2 }),
  undated: fc.nat({ max: 9 }),
  gone: fc.nat({ max: 9 }),
});
type RowShape = typeof row extends fc.Arbitrary<infer T> ? T : never;

const shape = fc.record({
  rows: fc.array(row, { maxLength: 8 }),
  empty: fc.array(fc.record({ word: fc.nat({ max: words.length - 1 }), edition: daysAgo }), { maxLength: 3 }),
  service: fc.option(fc.nat({ max: askable.length - 1 }), { freq: 4 }),
  claims: fc.array(fc.nat({ max: claimCodes.length - 1 }), { maxLength: 3 }),
  match: fc.constantFrom<Match>(
    'exact',
    'exact',
    'strong',
    'strong',
    'strong',
    'strong',
    'strong',
    'strong',
    'ambiguous',
    'lookalike',
    'none',
  ),
  trait: fc.constantFrom('none', 'lecheng', 'wholly', 'disease-control', 'military'),
  asOf: fc.option(fc.integer({ min: 0, max: 800 }), { freq: 3 }),
  lang: fc.constantFrom('en' as const, 'zh' as const),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** Codes a row may carry: mostly what is asked about, so that rows and question meet. */
const codesFor = ({ service, claims }: Shape): readonly string[] => [
  'licence',
  'licence',
  ...(service === null ? [] : [askable[service] ?? 'G01', askable[service] ?? 'G01']),
  ...claims.map((at) => claimCodes[at] ?? 'jci'),
  'art.ivf',
  'jci',
];

const dayBefore = (days: number): string => addDays(BASE, -days);

const credentialOf = (of: RowShape, code: string, terms: boolean): Credential => ({
  gate: gateOf(code),
  code,
  status: statuses[of.status] ?? 'listed',
  scope: { kind: 'institution' },
  ...(terms && of.until !== null ? { validUntil: addDays(BASE, of.until) } : {}),
  ...(of.event === null ? {} : { eventDate: dayBefore(of.event) }),
});

/** Lists that speak about the gate of a code. */
const speaking = (code: string): readonly ListWord[] => {
  const gate = gateOf(code);
  const found = words.filter((word) => lists[word].gates.includes(gate));
  // Many lists speak of licences and only the register confirms: it is drawn more often, so that every outcome is reached.
  const registers = gate === 'practice-licence' ? (['register', 'register', 'register'] as const) : [];
  return found.length === 0 ? words : [...registers, ...found];
};

const wordOf = (of: RowShape, code: string): ListWord => {
  const pool = of.fits === 0 ? words : speaking(code);
  return pool[of.word % pool.length] ?? 'register';
};

const codeOf = (of: Shape, { code }: RowShape): string => {
  const codes = codesFor(of);
  return codes[code % codes.length] ?? 'licence';
};

const refOf = (word: ListWord, of: RowShape, at: number): EvidenceRef => {
  const asOf = of.undated === 0 ? null : dayBefore(of.edition);
  const gone = of.gone === 0 ? { current: false } : {};
  return evidenceRef(lists[word], asOf, { row: at + 1, ...gone });
};

const dossierOf = (of: Shape, terms: boolean): Dossier => {
  const evidence = of.rows.map((one, at) => refOf(wordOf(one, codeOf(of, one)), one, at));
  const credentials = of.rows.map(
    (one, at): Fact<Credential> => ({ ...credentialOf(one, codeOf(of, one), terms), evidence: [at] }),
  );
  return {
    id: 'cnmadeup',
    test: false,
    names: [{ value: '编造示例医院', kind: 'legal', language: 'zh', evidence: evidence.map((_, at) => at) }],
    title: { zh: '编造示例医院', en: 'Made-up Example Hospital' },
    place: { region: 'mainland', province: '上海市' },
    addresses: [],
    identifiers: [],
    credentials,
    traits: {
      ...(of.trait === 'lecheng' ? { lecheng: true } : {}),
      ...(of.trait === 'wholly' ? { foreignCapital: 'wholly' as const } : {}),
      ...(of.trait === 'disease-control' ? { body: 'disease-control' as const } : {}),
      ...(of.trait === 'military' ? { military: true } : {}),
    },
    evidence,
  };
};

/** The generated registry and question, as the verdict takes them. */
const inputOf = (of: Shape, terms: boolean, past: boolean): AnswerInput => {
  const dossier = dossierOf(of, terms);
  const editions = new Map<ListWord, string[]>();
  const put = (word: ListWord, days: number): void => {
    editions.set(word, [...(editions.get(word) ?? []), dayBefore(days)]);
  };
  for (const one of of.rows) if (one.undated !== 0) put(wordOf(one, codeOf(of, one)), one.edition);
  for (const { word, edition } of of.empty) put(words[word] ?? 'register', edition);
  const settled = of.match === 'exact' || of.match === 'strong';
  const service = of.service === null ? undefined : askable[of.service];
  return {
    question: {
      institution: { name: '编造示例医院' },
      claims: of.claims.map((at) => claimCodes[at] ?? 'jci'),
      lang: of.lang,
      ...(service === undefined ? {} : { service }),
      ...(past && of.asOf !== null ? { asOf: dayBefore(of.asOf) } : {}),
    },
    identification: {
      match: of.match,
      score: 0.9,
      why: [],
      id: settled ? dossier.id : null,
      candidates: [],
    },
    dossier: settled ? dossier : null,
    candidates: new Map(),
    reference: referenceOf(editions),
    now: new Date(`${BASE}T04:00:00.000Z`),
  };
};

/** Any registry and any question about it, terms and past days included. */
export const worlds: fc.Arbitrary<AnswerInput> = shape.map((of) => inputOf(of, true, true));

/** Registries in which nothing has a term: only age can move their answers. */
export const termless: fc.Arbitrary<AnswerInput> = shape.map((of) => inputOf(of, false, false));
