import { createHash } from 'node:crypto';
import type { Day } from '../../schema/base.ts';
import type { Credential } from '../../schema/credential.ts';
import type { Dossier, EvidenceRef } from '../../schema/institution.ts';
import type { Reference, SourceState } from '../../schema/reference.ts';
import type { Descriptor, EvidenceKind } from '../../schema/source.ts';
import type { Reader } from '../store/registry-reader.ts';
import { addDays, addYears, shanghaiDay } from '../text/dates.ts';

/**
 * Made-up institutions for integrators, one for each answer a badge can give. They live under ids of their own
 * (`test-…`), are marked `test: true` in every form, stand in no index, so no real name ever finds them, and are
 * answered by the same gates as everybody else, from a made-up register dated yesterday.
 */
const testOutcomes = ['confirmed', 'limited', 'refuted', 'expired', 'unknown', 'hostile-name'] as const;
type TestOutcome = (typeof testOutcomes)[number];

const PREFIX = 'test-';
export const testIds: readonly string[] = testOutcomes.map((outcome) => `${PREFIX}${outcome}`);

const outcomeOf = (id: string): TestOutcome | undefined =>
  testOutcomes.find((outcome) => id === `${PREFIX}${outcome}`);

const bytesOf = (source: string): string =>
  createHash('sha256').update(`Licet test register ${source}: made up, no real institution`).digest('hex');

const descriptor = (id: string, kind: EvidenceKind): Descriptor => ({
  id,
  title: { en: 'Test register (made up)', zh: '测试登记册（虚构）' },
  authority: { en: 'Test authority (made up)', zh: '测试机关（虚构）' },
  pages: [{ key: 'test', url: 'https://example.invalid/test-register' }],
  format: 'csv',
  how: 'bundled',
  evidenceKind: kind,
  gates: ['practice-licence'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: { en: 'A made-up list; absence means nothing.', zh: '虚构名单，未列入不说明任何问题。' },
  presupposesLicence: kind === 'official-list',
  asOf: null,
  freshnessDays: 30,
  cadence: null,
  rights: { licence: 'CC0-1.0', attribution: 'made up', redistribute: 'bytes' },
  expect: { rows: { min: 1, max: 10 }, maxDrop: 0.1 },
  confirmedLive: null,
  checkYourself: {
    url: 'https://example.invalid/test-register',
    type: { en: 'Nothing: this institution is made up', zh: '无需查询：此机构为虚构' },
  },
});

const REGISTER = 'cn-test-register';
const LIST = 'cn-test-list';
const DIRECTORY = 'cn-test-directory';

const stateOf = (id: string, kind: EvidenceKind, today: Day): SourceState => {
  const asOf = addDays(today, -1);
  const acceptedAt = `${asOf}T02:00:00.000Z`;
  return {
    descriptor: descriptor(id, kind),
    editions: [{ id: 0, source: id, asOf, acceptedAt, rows: testOutcomes.length, snapshots: [bytesOf(id)] }],
    lastRunAt: acceptedAt,
    lastRun: 'accepted',
    lastIssue: null,
  };
};

const evidenceOf = (source: string, kind: EvidenceKind, row: number, today: Day): EvidenceRef => {
  const asOf = addDays(today, -1);
  return {
    source,
    kind,
    how: 'bundled',
    asOf,
    retrievedAt: `${asOf}T02:00:00.000Z`,
    sha256: bytesOf(source),
    row,
    cite: 'https://example.invalid/test-register',
    transport: 'file',
    seenFirst: asOf,
    seenLast: asOf,
    current: true,
  };
};

/** What the made-up register says of each: a running licence, a revoked one, one whose term is over, or nothing. */
const licenceOf = (outcome: TestOutcome, today: Day): Credential | null => {
  const base = { gate: 'practice-licence', code: 'licence', scope: { kind: 'institution' } } as const;
  if (outcome === 'limited' || outcome === 'unknown') return null;
  if (outcome === 'refuted') return { ...base, status: 'revoked', eventDate: addDays(today, -40) };
  const from = addYears(today, outcome === 'expired' ? -6 : -2);
  return { ...base, status: 'active', validFrom: from, validUntil: addYears(from, 5) };
};

/** Where each is written: a primary register, a list that presupposes a licence, or a directory that proves nothing. */
const sourceOf = (outcome: TestOutcome): readonly [source: string, kind: EvidenceKind] => {
  if (outcome === 'limited') return [LIST, 'official-list'];
  return outcome === 'unknown' ? [DIRECTORY, 'directory'] : [REGISTER, 'primary-register'];
};

const NAMES: Readonly<Record<TestOutcome, Readonly<{ zh: string; en: string }>>> = {
  confirmed: { zh: '编造示例医院（已核实）', en: 'Made-up Example Hospital, confirmed' },
  limited: { zh: '编造示例医院（附条件）', en: 'Made-up Example Hospital, with a caveat' },
  refuted: { zh: '编造示例医院（与记录不符）', en: 'Made-up Example Hospital, contradicted' },
  expired: { zh: '编造示例医院（已过期）', en: 'Made-up Example Hospital, term ended' },
  unknown: { zh: '编造示例医院（无法确认）', en: 'Made-up Example Hospital, not known' },
  'hostile-name': {
    zh: '编造<script>alert(1)</script>医院\u202e"&\'><image href="x"/>',
    en: `Made-up </title><script>alert(1)</script> Hospital ${'with a very long name '.repeat(8)}`,
  },
};

/** The dossier of a test institution on the day of `now`; undefined for any other id. */
const testDossier = (id: string, now: Date): Dossier | undefined => {
  const outcome = outcomeOf(id);
  if (outcome === undefined) return undefined;
  const today = shanghaiDay(now);
  const row = testOutcomes.indexOf(outcome) + 1;
  const name = NAMES[outcome];
  const licence = licenceOf(outcome, today);
  const [source, kind] = sourceOf(outcome);
  return {
    id,
    test: true,
    names: [
      { value: name.zh, kind: 'legal', language: 'zh', evidence: [0] },
      { value: name.en, kind: 'english', language: 'en', evidence: [0] },
    ],
    title: name,
    place: { region: 'mainland' },
    addresses: [{ address: '编造路1号（虚构）', evidence: [0] }],
    identifiers: [],
    credentials: licence === null ? [] : [{ ...licence, evidence: [0] }],
    traits: { body: 'hospital' },
    evidence: [evidenceOf(source, kind, row, today)],
  };
};

const withTestSources = (reference: Reference, now: Date): Reference => {
  const today = shanghaiDay(now);
  const sources = new Map([
    [REGISTER, stateOf(REGISTER, 'primary-register', today)],
    [LIST, stateOf(LIST, 'official-list', today)],
    [DIRECTORY, stateOf(DIRECTORY, 'directory', today)],
  ]);
  return { ...reference, sources, facts: [] };
};

/**
 * The reader that answers for an id: the real one, or for a test id one that knows the test institutions and the
 * made-up register only. `on: false` (config) switches them off: then the id is as unknown as any other.
 */
export const readerFor = (id: string | undefined, reader: Reader, on: boolean, now: Date): Reader => {
  if (!on || id === undefined || outcomeOf(id) === undefined) return reader;
  return {
    generation: reader.generation,
    reference: withTestSources(reader.reference, now),
    dossier: async (asked) => testDossier(asked, now),
    redirect: async () => undefined,
    findIdentifier: async () => [],
    findNameKey: async () => [],
    snapshot: async () => undefined,
    keptRow: async () => undefined,
    institutionIds: async () => testIds,
    names: async function* () {
      // No test institution has a name that can be searched.
    },
    institutionCount: async () => testIds.length,
    counts: async () => ({ institutions: testIds.length, names: 0, credentials: 0, records: 0 }),
  };
};
