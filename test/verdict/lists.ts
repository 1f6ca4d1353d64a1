import type { PartialDate } from '../../schema/base.ts';
import type { EvidenceRef } from '../../schema/institution.ts';
import type { FactRecord } from '../../schema/record.ts';
import type { Edition, Reference, ReferenceFact, SourceState } from '../../schema/reference.ts';
import { type Descriptor, type DescriptorInput, descriptorSchema } from '../../schema/source.ts';
import { services } from '../../src/verdict/services.ts';

type Kind = Descriptor['evidenceKind'];
type ListSpec = Readonly<{
  id: string;
  what: string;
  kind: Kind;
  how: Descriptor['how'];
  gates: readonly string[];
  completeness?: Descriptor['completeness'];
  absenceIsNo?: boolean;
  presupposesLicence?: boolean;
  freshnessDays: number | null;
  editions?: readonly PartialDate[];
  province?: string;
}>;

const spec = (of: ListSpec): ListSpec => of;

/** The lists that a case may name, by the short word it uses. Those with editions are always there, as in the product. */
export const lists = {
  cfdi: spec({
    id: 'cn-cfdi-trial-institutions',
    what: 'Register of drug clinical trial institutions',
    kind: 'official-list',
    how: 'bundled',
    gates: ['practice-licence', 'grade'],
    presupposesLicence: true,
    freshnessDays: 90,
    editions: ['2026-09-05'],
  }),
  art: spec({
    id: 'cn-nhc-assisted-reproduction',
    what: 'Institutions approved for assisted reproduction',
    kind: 'official-list',
    how: 'bundled',
    gates: ['assisted-reproduction', 'practice-licence'],
    absenceIsNo: true,
    presupposesLicence: true,
    freshnessDays: 365,
    editions: ['2025-06'],
  }),
  register: spec({
    id: 'cn-anycity-licences',
    what: 'Licence register of a city',
    kind: 'primary-register',
    how: 'fetched',
    gates: ['practice-licence'],
    completeness: 'partial',
    freshnessDays: 90,
  }),
  register2: spec({
    id: 'cn-anyprovince-licences',
    what: 'Licence register of a province',
    kind: 'primary-register',
    how: 'fetched',
    gates: ['practice-licence'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  notice: spec({
    id: 'cn-anycity-penalties',
    what: 'Revocation notices of a city',
    kind: 'official-list',
    how: 'fetched',
    gates: ['practice-licence'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  capture: spec({
    id: 'cn-nhc-licence-query',
    what: 'National licence query, captured by a person',
    kind: 'primary-register',
    how: 'captured',
    gates: ['practice-licence'],
    completeness: 'partial',
    freshnessDays: 30,
  }),
  grades: spec({
    id: 'cn-anyprovince-grades',
    what: 'Grades of hospitals of a province',
    kind: 'official-list',
    how: 'fetched',
    gates: ['grade'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  filings: spec({
    id: 'cn-anyprovince-filings',
    what: 'Filings of restricted technologies of a province',
    kind: 'official-list',
    how: 'fetched',
    gates: ['restricted-technology'],
    completeness: 'partial',
    freshnessDays: 92,
  }),
  permits: spec({
    id: 'cn-nhc-equipment-permits',
    what: 'Permits for class A equipment',
    kind: 'official-list',
    how: 'fetched',
    gates: ['large-equipment'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  particles: spec({
    id: 'cn-particle-therapy-centres',
    what: 'Particle therapy centres, as reported',
    kind: 'press',
    how: 'bundled',
    gates: ['large-equipment'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  transplants: spec({
    id: 'cn-nhc-transplant',
    what: 'Hospitals approved for organ transplant',
    kind: 'official-list',
    how: 'fetched',
    gates: ['organ-transplant'],
    absenceIsNo: true,
    freshnessDays: 365,
  }),
  prenatal: spec({
    id: 'cn-nhc-prenatal',
    what: 'Institutions for prenatal diagnosis',
    kind: 'official-list',
    how: 'fetched',
    gates: ['prenatal-diagnosis'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  spermbanks: spec({
    id: 'cn-nhc-sperm-banks',
    what: 'Human sperm banks',
    kind: 'official-list',
    how: 'fetched',
    gates: ['assisted-reproduction'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  stemcells: spec({
    id: 'cn-nhc-stem-cell-institutions',
    what: 'Stem-cell institutions filed in 2016 and 2017',
    kind: 'press',
    how: 'bundled',
    gates: ['biomedical-research'],
    completeness: 'historical',
    freshnessDays: 90,
    editions: ['2017-11-28'],
  }),
  order818: spec({
    id: 'cn-nhc-order818',
    what: 'Filed projects under Order 818',
    kind: 'official-list',
    how: 'fetched',
    gates: ['biomedical-research'],
    absenceIsNo: true,
    freshnessDays: 92,
  }),
  order818press: spec({
    id: 'cn-order818-press',
    what: 'Projects under Order 818, as reported',
    kind: 'press',
    how: 'bundled',
    gates: ['biomedical-research'],
    completeness: 'partial',
    freshnessDays: 92,
  }),
  zone: spec({
    id: 'cn-lecheng-permits',
    what: 'Permits of the Lecheng zone',
    kind: 'official-list',
    how: 'fetched',
    gates: ['lecheng'],
    completeness: 'partial',
    freshnessDays: 90,
  }),
  wholezone: spec({
    id: 'cn-lecheng-all-permits',
    what: 'All permits of the Lecheng zone',
    kind: 'official-list',
    how: 'fetched',
    gates: ['lecheng'],
    absenceIsNo: true,
    freshnessDays: 90,
  }),
  zonepress: spec({
    id: 'cn-lecheng-projects',
    what: 'Lecheng projects, as reported',
    kind: 'press',
    how: 'bundled',
    gates: ['lecheng'],
    completeness: 'partial',
    freshnessDays: 90,
  }),
  owners: spec({
    id: 'cn-foreign-owned-official',
    what: 'Wholly foreign-owned hospitals, list of an authority',
    kind: 'official-list',
    how: 'fetched',
    gates: ['foreign-capital'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  ownerspress: spec({
    id: 'cn-foreign-owned-hospitals',
    what: 'Wholly foreign-owned hospitals, as reported',
    kind: 'press',
    how: 'bundled',
    gates: ['foreign-capital'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  jcidirectory: spec({
    id: 'intl-jci-directory',
    what: 'Directory of Joint Commission International',
    kind: 'primary-register',
    how: 'captured',
    gates: ['accreditation'],
    freshnessDays: 45,
  }),
  jcipress: spec({
    id: 'intl-jci-events',
    what: 'Reported JCI events in China',
    kind: 'press',
    how: 'bundled',
    gates: ['accreditation'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  marks: spec({
    id: 'intl-other-marks',
    what: 'Other marks, as reported',
    kind: 'press',
    how: 'bundled',
    gates: ['accreditation'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  cnca: spec({
    id: 'cn-cnca-iso-certificates',
    what: 'Certificates of management systems, captured',
    kind: 'primary-register',
    how: 'captured',
    gates: ['accreditation'],
    completeness: 'partial',
    freshnessDays: 90,
  }),
  cnas: spec({
    id: 'cn-cnas-laboratories',
    what: 'Accredited laboratories, captured',
    kind: 'primary-register',
    how: 'captured',
    gates: ['accreditation'],
    completeness: 'partial',
    freshnessDays: 90,
  }),
  pilots: spec({
    id: 'cn-shanghai-medical-tourism-pilots',
    what: 'Shanghai medical tourism pilots',
    kind: 'official-list',
    how: 'bundled',
    gates: ['programme'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  newpilots: spec({
    id: 'cn-shanghai-pilot-notice',
    what: 'Shanghai pilots, notice of the commission',
    kind: 'official-list',
    how: 'fetched',
    gates: ['programme'],
    completeness: 'partial',
    freshnessDays: 365,
  }),
  directory: spec({
    id: 'cn-hospitals-open-licence',
    what: 'Openly licensed directory of hospitals',
    kind: 'directory',
    how: 'bundled',
    gates: [],
    completeness: 'partial',
    freshnessDays: 365,
  }),
} as const satisfies Readonly<Record<string, ListSpec>>;
export type ListWord = keyof typeof lists;

export const isListWord = (word: string): word is ListWord => word in lists;

/** A made-up but well-formed hash, the same for the same text. */
export const fakeSha = (text: string): string => {
  let hash = 0x811c9dc5;
  let out = '';
  for (let round = 0; out.length < 64; round += 1) {
    for (const char of `${text}${round}`)
      hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    out += hash.toString(16).padStart(8, '0');
  }
  return out;
};

const words = (text: string) => ({ en: text, zh: text });

const descriptorOf = (list: ListSpec): Descriptor => {
  const input: DescriptorInput = {
    id: list.id,
    title: words(list.what),
    authority: words(`Authority of ${list.id}`),
    pages: [{ key: 'page', url: `https://example.org/${list.id}` }],
    format: 'csv',
    how: list.how,
    evidenceKind: list.kind,
    gates: [...list.gates],
    completeness: list.completeness ?? 'complete',
    absence: list.absenceIsNo === true ? 'not-met' : 'unknown',
    absenceNote: words('see the gate'),
    presupposesLicence: list.presupposesLicence ?? false,
    asOf: null,
    freshnessDays: list.freshnessDays,
    cadence: null,
    rights: { licence: 'made up', attribution: 'made up', redistribute: 'bytes' },
    expect: { rows: { min: 0, max: 10_000 } },
    confirmedLive: null,
    checkYourself: null,
    ...(list.province === undefined ? {} : { coversOnly: { province: list.province } }),
  };
  return descriptorSchema.parse(input);
};

const editionOf = (list: ListSpec, asOf: PartialDate, id: number): Edition => ({
  id,
  source: list.id,
  asOf,
  acceptedAt: '2026-11-20T18:00:00.000Z',
  rows: 1,
  snapshots: [fakeSha(`${list.id} ${asOf}`)],
});

/** A source with these editions, oldest first. */
export const sourceState = (list: ListSpec, editions: readonly PartialDate[]): SourceState => ({
  descriptor: descriptorOf(list),
  editions: [...new Set(editions)].sort().map((asOf, at) => editionOf(list, asOf, at + 1)),
  lastRunAt: null,
  lastRun: null,
  lastIssue: null,
});

/** Evidence as reconcile would write it for a row of that edition. */
export const evidenceRef = (
  list: ListSpec,
  edition: PartialDate | null,
  more: Partial<EvidenceRef> = {},
): EvidenceRef => ({
  source: list.id,
  kind: list.kind,
  how: list.how,
  asOf: edition,
  retrievedAt: '2026-11-20T18:00:00.000Z',
  sha256: fakeSha(`${list.id} ${edition}`),
  row: 1,
  cite: null,
  transport: list.how === 'bundled' ? 'file' : list.how === 'captured' ? 'operator' : 'https',
  seenFirst: edition,
  seenLast: edition,
  current: true,
  ...more,
});

const law = (id: string, gate: string, asOf: PartialDate): ListSpec => ({
  id,
  what: `Law text ${id}`,
  kind: 'law',
  how: 'bundled',
  gates: [gate],
  freshnessDays: null,
  editions: [asOf],
});

const laws = {
  2022: law('cn-nhc-restricted-technologies-2022', 'restricted-technology', '2022-04-20'),
  2017: law('cn-nhc-restricted-technologies-2017', 'restricted-technology', '2017-02-21'),
  surrogacy: law('cn-moh-art-measures-2001', 'prohibited-technology', '2001-08'),
  article9: law('cn-nhc-prohibited-technologies', 'prohibited-technology', '2018'),
  equipment: law('cn-nhc-large-equipment-2023', 'large-equipment', '2023-03-03'),
} as const;

const products: ListSpec = {
  id: 'cn-nmpa-cell-products',
  what: 'Cell products, as reported',
  kind: 'press',
  how: 'bundled',
  gates: ['cell-product'],
  completeness: 'partial',
  freshnessDays: 30,
  editions: ['2026-08'],
};

type FactSpec = Readonly<{
  kind: FactRecord['kind'];
  code: string;
  zh?: string;
  from?: PartialDate;
  until?: PartialDate;
  detail?: Record<string, string>;
}>;

const fact = (
  list: ListSpec,
  row: number,
  { kind, code, zh, from, until, detail }: FactSpec,
): ReferenceFact => ({
  kind,
  code,
  row,
  key: code,
  raw: {},
  title: zh === undefined ? {} : { zh },
  ...(from === undefined ? {} : { validFrom: from }),
  ...(until === undefined ? {} : { validUntil: until }),
  detail: detail ?? {},
  source: list.id,
  evidence: evidenceRef(list, list.editions?.[0] ?? null, { row }),
});

const restricted = services.filter(({ code }) => /^G\d\d$/.test(code));
/** Approved products with their dates, as nmpa_cell_products.csv reports them. */
const approvals: readonly (readonly [string, string, string])[] = [
  ['car-t.axi-cel', '2021-06-22', 'adult r/r large B-cell lymphoma'],
  ['car-t.relma-cel', '2021-09', 'adult r/r large B-cell lymphoma'],
  ['car-t.eque-cel', '2023-06-30', 'adult r/r multiple myeloma'],
  ['car-t.inati-cel', '2023-11-07', 'adult r/r B-ALL'],
  ['car-t.zevor-cel', '2024-02-23', 'adult r/r multiple myeloma'],
  ['car-t.cilta-cel', '2024-08-27', 'adult r/r multiple myeloma'],
];

const facts: readonly ReferenceFact[] = [
  ...restricted.map(({ code, name }, at) =>
    fact(laws[2022], at + 1, { kind: 'technology', code, zh: name.zh, from: '2022-04-20' }),
  ),
  ...services
    .flatMap(({ code, predecessor }) =>
      predecessor === undefined ? (code.startsWith('T2017') ? [code] : []) : [predecessor],
    )
    .map((code, at) =>
      fact(laws[2017], at + 1, { kind: 'technology', code, from: '2017-02-21', until: '2022-04-19' }),
    ),
  fact(laws.surrogacy, 1, { kind: 'prohibition', code: 'surrogacy', zh: '代孕技术', from: '2001-08' }),
  ...['prohibited.unproven', 'prohibited.ethics', 'prohibited.abandoned', 'prohibited.unvalidated'].map(
    (code, at) => fact(laws.article9, at + 1, { kind: 'prohibition', code, from: '2018' }),
  ),
  fact(laws.equipment, 1, {
    kind: 'equipment',
    code: 'particle-radiotherapy',
    from: '2023-03-03',
    detail: { services: 'proton carbon-ion' },
  }),
  ...approvals.map(([code, from, indication], at) =>
    fact(products, at + 1, { kind: 'product', code, from, detail: { indication } }),
  ),
];

const standing: readonly ListSpec[] = [
  ...Object.values(laws),
  products,
  ...Object.values(lists).filter((list: ListSpec) => list.editions !== undefined),
];

/** The registry a case is asked against: the standing lists, and those editions that the case names. */
export const referenceOf = (named: ReadonlyMap<ListWord, readonly PartialDate[]>): Reference => {
  const sources = new Map<string, SourceState>();
  for (const list of standing) sources.set(list.id, sourceState(list, list.editions ?? []));
  for (const [word, editions] of named) {
    const list: ListSpec = lists[word];
    sources.set(list.id, sourceState(list, [...(list.editions ?? []), ...editions]));
  }
  return { generation: 7, registryHash: fakeSha('registry'), sources, facts };
};
