import type { PartialDate } from '../../schema/base.ts';
import type { FactRecord } from '../../schema/record.ts';
import type { Reference, ReferenceFact, SourceState } from '../../schema/reference.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';
import { evidenceRef, fakeSha, type ListSpec, type ListWord, lists, sourceState } from './lists.ts';

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
  conduct: law('cn-moh-art-norms-2003', 'prohibited-technology', '2003-11'),
  foetus: law('cn-nhfpc-fetal-sex-2016', 'prohibited-technology', '2016-05-01'),
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
  fact(laws.surrogacy, 2, { kind: 'prohibition', code: 'gamete-trade', from: '2001-08' }),
  ...[
    'sex-selection',
    'embryo-donation',
    'embryo-gene-editing',
    'human-cloning',
    'egg-nuclear-transfer',
    'single-woman-art',
  ].map((code, at) => fact(laws.conduct, at + 1, { kind: 'prohibition', code, from: '2003-11' })),
  fact(laws.foetus, 1, { kind: 'prohibition', code: 'sex-determination', from: '2016-05-01' }),
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

const inEveryCase: readonly ListSpec[] = [
  ...Object.values(laws),
  products,
  ...Object.values(lists).filter((list: ListSpec) => list.editions !== undefined),
];

/** The registry a case is asked against: the lists held in every case, and those editions that the case names. */
export const referenceOf = (named: ReadonlyMap<ListWord, readonly PartialDate[]>): Reference => {
  const sources = new Map<string, SourceState>();
  for (const list of inEveryCase) sources.set(list.id, sourceState(list, list.editions ?? []));
  for (const [word, editions] of named) {
    const list = lists[word];
    sources.set(list.id, sourceState(list, [...(list.editions ?? []), ...editions]));
  }
  return { generation: 7, registryHash: fakeSha('registry'), sources, facts };
};
