import type { Credential } from '../../schema/credential.ts';
import type { Dossier, EvidenceRef, Fact } from '../../schema/institution.ts';
import type { Match } from '../../schema/verdict.ts';
import { addDays } from '../../src/text/dates.ts';
import type { AnswerInput } from '../../src/verdict/answer.ts';
import { claimCodes } from '../../src/verdict/vocabulary/claims.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import { fc } from '../support/draws.ts';
import { referenceOf } from './fixed-law.ts';
import { evidenceRef, type ListWord, lists } from './lists.ts';
import { proof, proven, provingRow, type Row, statuses } from './proving-rows.ts';
import { gateOf } from './read-known.ts';

/** The day on which every generated edition is already there. */
export const BASE = '2026-11-21';
const words = Object.keys(lists) as ListWord[];
const askable = services.map(({ code }) => code);
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

const matches = 'exact exact strong strong strong strong strong strong ambiguous lookalike none'.split(
  ' ',
) as Match[];

const shape = fc.record({
  rows: fc.array(row, { maxLength: 8 }),
  empty: fc.array(fc.record({ word: fc.nat({ max: words.length - 1 }), edition: daysAgo }), { maxLength: 3 }),
  service: fc.option(fc.nat({ max: askable.length - 1 }), { freq: 4 }),
  claims: fc.array(fc.nat({ max: claimCodes.length - 1 }), { maxLength: 3 }),
  match: fc.constantFrom(...matches),
  trait: fc.constantFrom('none', 'lecheng', 'wholly', 'disease-control', 'military'),
  asOf: fc.option(fc.integer({ min: 0, max: 800 }), { freq: 3 }),
  lang: fc.constantFrom('en' as const, 'zh' as const),
  /** Proofs of the licence and of what is asked, in a world whose question they can answer; null in one where rows fall as they may. */
  proofs: fc.option(fc.array(proof, { minLength: 4, maxLength: 4 }), { freq: 2 }),
});
type Drawn = typeof shape extends fc.Arbitrary<infer T> ? T : never;
/** The same with the codes that are asked about. */
type Shape = Omit<Drawn, 'service' | 'claims'> &
  Readonly<{ service: string | null; claims: readonly string[] }>;

/** What is asked about: where there are proofs, once and by somebody who is settled on, what they can prove. */
const askedIn = ({ service, claims, proofs, ...of }: Drawn): Shape => {
  const [services, marks] = proofs === null ? [askable, claimCodes] : [proven.services, proven.claims];
  const one = (codes: readonly string[], at: number): string => codes[at % codes.length] ?? 'licence';
  return {
    ...of,
    ...(proofs === null ? {} : { asOf: null, match: of.match === 'exact' ? of.match : 'strong' }),
    proofs,
    service: service === null ? null : one(services, service),
    claims: claims.slice(0, proofs === null ? 3 : 2).map((at) => one(marks, at)),
  };
};

/** Codes a row may carry: mostly what is asked about, so that rows and question meet. */
const codesFor = ({ service, claims }: Shape): readonly string[] => [
  'licence',
  'licence',
  ...(service === null ? [] : [service, service]),
  ...claims,
  'art.ivf',
  'jci',
];

const dayBefore = (days: number): string => addDays(BASE, -days);

/** Lists that speak about the gate of a code. */
const speaking = (code: string): readonly ListWord[] => {
  const gate = gateOf(code);
  const found = words.filter((word) => lists[word].gates.includes(gate));
  // Many lists speak of licences and only the register confirms: it is drawn more often, so that every outcome is reached.
  const registers = gate === 'practice-licence' ? (['register', 'register', 'register'] as const) : [];
  return found.length === 0 ? words : [...registers, ...found];
};

const drawnRow = (of: Shape, drawn: RowShape): Row => {
  const codes = codesFor(of);
  const code = codes[drawn.code % codes.length] ?? 'licence';
  const pool = drawn.fits === 0 ? words : speaking(code);
  return {
    word: pool[drawn.word % pool.length] ?? 'register',
    code,
    status: statuses[drawn.status] ?? 'listed',
    edition: drawn.undated === 0 ? null : drawn.edition,
    until: drawn.until,
    event: drawn.event,
    gone: drawn.gone === 0,
  };
};

/** Whether a row, and an edition without one, stand beside the proofs: most of them speak against these. */
const isDisturbed = (proofs: NonNullable<Shape['proofs']>): boolean => (proofs[3]?.flaw ?? 0) < 9;

const rowsOf = (of: Shape): readonly Row[] => {
  const { proofs, rows, service, claims } = of;
  const asked = ['licence', ...(service === null ? [] : [service]), ...claims];
  const own = (proofs ?? []).flatMap((one, at) => {
    const code = asked[at];
    return code === undefined ? [] : [provingRow(code, one)];
  });
  const others = proofs === null ? rows : rows.slice(0, Number(isDisturbed(proofs)));
  return [...own, ...others.map((one) => drawnRow(of, one))];
};

const credentialOf = ({ code, status, until, event }: Row, terms: boolean): Credential => ({
  gate: gateOf(code),
  code,
  status,
  scope: { kind: 'institution' },
  ...(terms && until !== null ? { validUntil: addDays(BASE, until) } : {}),
  ...(event === null ? {} : { eventDate: dayBefore(event) }),
});

const refOf = ({ word, edition, gone }: Row, at: number): EvidenceRef =>
  evidenceRef(lists[word], edition === null ? null : dayBefore(edition), {
    row: at + 1,
    ...(gone ? { current: false } : {}),
  });

const dossierOf = (of: Shape, rows: readonly Row[], terms: boolean): Dossier => {
  const evidence = rows.map(refOf);
  const credentials = rows.map(
    (one, at): Fact<Credential> => ({ ...credentialOf(one, terms), evidence: [at] }),
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
const inputOf = (drawn: Drawn, terms: boolean, past: boolean): AnswerInput => {
  const of = askedIn(drawn);
  const rows = rowsOf(of);
  const dossier = dossierOf(of, rows, terms);
  const editions = new Map<ListWord, string[]>();
  const put = (word: ListWord, days: number): void => {
    editions.set(word, [...(editions.get(word) ?? []), dayBefore(days)]);
  };
  for (const { word, edition } of rows) if (edition !== null) put(word, edition);
  const empty = of.proofs === null ? of.empty : of.empty.slice(0, Number(isDisturbed(of.proofs)));
  for (const { word, edition } of empty) put(words[word] ?? 'register', edition);
  const settled = of.match === 'exact' || of.match === 'strong';
  return {
    question: {
      institution: { name: '编造示例医院' },
      claims: [...of.claims],
      lang: of.lang,
      ...(of.service === null ? {} : { service: of.service }),
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

/** Any registry and any question about it, terms and past days included; half of them hold what proves a yes, so that a third of the answers is one. */
export const worlds: fc.Arbitrary<AnswerInput> = shape.map((of) => inputOf(of, true, true));

/** Registries in which nothing has a term: only age can move their answers. */
export const termless: fc.Arbitrary<AnswerInput> = shape.map((of) => inputOf(of, false, false));
