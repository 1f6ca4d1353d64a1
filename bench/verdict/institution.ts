import type { Credential } from '../../schema/credential.ts';
import type { Dossier, EvidenceRef, Fact } from '../../schema/institution.ts';
import type { SourceState } from '../../schema/reference.ts';
import { descriptorSchema } from '../../schema/source.ts';
import type { AnswerInput } from '../../src/verdict/answer.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';

const both = (text: string) => ({ en: text, zh: text });
const sha = (text: string): string => Buffer.from(text).toString('hex').padEnd(64, '0').slice(0, 64);
const DATE = '2026-11-01';

const source = (id: string, gates: readonly string[], kind: string): SourceState => ({
  descriptor: descriptorSchema.parse({
    id,
    title: both(id),
    authority: both(`Authority of ${id}`),
    pages: [{ key: 'page', url: `https://example.org/${id}` }],
    format: 'csv',
    how: 'fetched',
    evidenceKind: kind,
    gates,
    completeness: 'complete',
    absence: 'unknown',
    absenceNote: both('made up'),
    asOf: null,
    freshnessDays: 365,
    cadence: null,
    rights: { licence: 'made up', attribution: 'made up', redistribute: 'bytes' },
    expect: { rows: { min: 0, max: 100 } },
    confirmedLive: null,
    checkYourself: null,
  }),
  editions: [
    { id: 1, source: id, asOf: DATE, acceptedAt: '2026-11-02T00:00:00.000Z', rows: 50, snapshots: [sha(id)] },
  ],
  lastRunAt: null,
  lastRun: null,
  lastIssue: null,
});

const sources = [
  source('cn-bench-licences', ['practice-licence'], 'primary-register'),
  source('cn-bench-approvals', ['assisted-reproduction', 'restricted-technology'], 'official-list'),
  source('intl-bench-marks', ['accreditation'], 'press'),
];

const ref = (id: string, kind: EvidenceRef['kind'], row: number): EvidenceRef => ({
  source: id,
  kind,
  how: 'fetched',
  asOf: DATE,
  retrievedAt: '2026-11-02T00:00:00.000Z',
  sha256: sha(id),
  row,
  cite: null,
  transport: 'https',
  seenFirst: DATE,
  seenLast: DATE,
  current: true,
});

const whole = { kind: 'institution' } as const;
const approvals = services.filter(
  ({ gate }) => gate === 'assisted-reproduction' || gate === 'restricted-technology',
);

const credentials = (): readonly Credential[] => [
  { gate: 'practice-licence', code: 'licence', status: 'active', scope: whole, validUntil: '2030-01-01' },
  ...approvals.map(({ gate, code }): Credential => ({ gate, code, status: 'formal', scope: whole })),
  ...Array.from(
    { length: 49 - approvals.length },
    (_, at): Credential => ({
      gate: 'accreditation',
      code: 'jci',
      status: 'accredited',
      scope: whole,
      eventDate: String(1976 + at),
    }),
  ),
];

const evidenceOf = ({ gate }: Credential, row: number): EvidenceRef => {
  if (gate === 'practice-licence') return ref('cn-bench-licences', 'primary-register', row);
  return gate === 'accreditation'
    ? ref('intl-bench-marks', 'press', row)
    : ref('cn-bench-approvals', 'official-list', row);
};

/** The question and registry that the bench asks: a made-up hospital with 50 credentials, one service, three claims. */
export const fiftyCredentials = (): AnswerInput => {
  const held = credentials();
  const facts = held.map((credential, at): Fact<Credential> => ({ ...credential, evidence: [at] }));
  const dossier: Dossier = {
    id: 'cnbench',
    test: false,
    names: [{ value: '编造示例医院', kind: 'legal', language: 'zh', evidence: [0] }],
    title: { zh: '编造示例医院', en: 'Made-up Example Hospital' },
    place: { region: 'mainland', province: '上海市' },
    addresses: [],
    identifiers: [],
    credentials: facts,
    traits: {},
    evidence: held.map((credential, at) => evidenceOf(credential, at + 1)),
  };
  return {
    question: {
      institution: { name: '编造示例医院' },
      service: 'art.ivf',
      claims: ['licence', 'jci', 'grade:3A'],
      lang: 'en',
    },
    identification: { match: 'strong', score: 0.99, why: [], id: dossier.id, candidates: [] },
    dossier,
    candidates: new Map(),
    reference: {
      generation: 1,
      registryHash: sha('bench'),
      sources: new Map(sources.map((one) => [one.descriptor.id, one])),
      facts: [],
    },
    now: new Date('2026-11-21T00:00:00.000Z'),
  };
};
