import type { Credential } from '../../schema/credential.ts';
import type { Dossier, EvidenceRef, Fact } from '../../schema/institution.ts';
import type { Name, Place } from '../../schema/record.ts';
import type { Descriptor } from '../../schema/source.ts';
import { orgCodeCheck } from '../../src/identifiers/org-code.ts';
import { usccCheck } from '../../src/identifiers/uscc-check.ts';
import { cities } from '../../src/places/divisions.ts';

/** The register the made-up institutions stand on; its name, its ids and every hospital name say that they are made up. */
export const madeUpRegister: Descriptor = {
  id: 'cn-bench-made-up',
  title: { en: 'Bench register (made up)', zh: '性能测试登记册（编造）' },
  authority: { en: 'Bench authority (made up)', zh: '性能测试机关（编造）' },
  pages: [{ key: 'register', url: 'https://example.invalid/bench-register' }],
  format: 'csv',
  how: 'bundled',
  evidenceKind: 'primary-register',
  gates: ['practice-licence', 'grade', 'accreditation'],
  completeness: 'partial',
  absence: 'unknown',
  absenceNote: { en: 'A made-up list; absence means nothing.', zh: '编造名单，未列入不说明任何问题。' },
  presupposesLicence: true,
  asOf: null,
  freshnessDays: 3650,
  cadence: null,
  rights: { licence: 'CC0-1.0', attribution: 'made up', redistribute: 'bytes' },
  expect: { rows: { min: 1, max: 10_000_000 }, maxDrop: 0.1 },
  confirmedLive: null,
  checkYourself: null,
};

export const MADE_UP_SHA256 = 'b'.repeat(64);
export const MADE_UP_DAY = '2026-11-01';

/** Parts as real names have them; the brand is what tells two made-up hospitals of one district apart. */
const brands = ['安康', '仁和', '博爱', '济世', '康宁', '长青', '明德', '和平', '东方', '友谊', '新华'];
const kinds = [
  ['人民医院', 'People’s Hospital'],
  ['中医医院', 'Hospital of Traditional Chinese Medicine'],
  ['妇幼保健院', 'Maternal and Child Health Hospital'],
  ['肿瘤医院', 'Cancer Hospital'],
  ['口腔医院', 'Stomatological Hospital'],
  ['眼科医院', 'Eye Hospital'],
  ['骨科医院', 'Orthopaedic Hospital'],
  ['康复医院', 'Rehabilitation Hospital'],
] as const;

const districts = cities().flatMap(({ name, province, districts }) =>
  [...districts].map((district) => ({ province, city: name, district })),
);

export type MadeUp = Readonly<{ id: string; uscc: string; name: string; english: string; dossier: Dossier }>;

const usccOf = (index: number): string => {
  const org = String(10_000_000 + index);
  const first17 = `52110000${org}${orgCodeCheck(org)}`;
  return first17 + usccCheck(first17);
};

const credentials = (index: number): Fact<Credential>[] => {
  const scope = { kind: 'institution' } as const;
  const term = { validFrom: '2024-01-01', validUntil: '2029-12-31' };
  const licence = { gate: 'practice-licence', code: 'licence', status: 'active', scope, ...term } as const;
  const grade = {
    gate: 'grade',
    code: index % 3 === 0 ? 'grade:3A' : 'grade:2A',
    status: 'approved',
    scope,
  } as const;
  const mark = {
    gate: 'accreditation',
    code: 'jci',
    status: 'accredited',
    scope,
    validUntil: '2023-05-31',
  } as const;
  return [licence, grade, mark].map((one) => ({ ...one, evidence: [0] }));
};

const evidence = (index: number): EvidenceRef => ({
  source: madeUpRegister.id,
  kind: 'primary-register',
  how: 'bundled',
  asOf: MADE_UP_DAY,
  retrievedAt: `${MADE_UP_DAY}T00:00:00.000Z`,
  sha256: MADE_UP_SHA256,
  row: index + 1,
  cite: null,
  transport: 'file',
  seenFirst: MADE_UP_DAY,
  seenLast: MADE_UP_DAY,
  current: true,
});

/** The made-up institution of this number: always the same one. Numbers of one district never share a name. */
export const madeUp = (index: number): MadeUp => {
  const where = districts[index % districts.length];
  if (where === undefined) throw new Error('codes/divisions.json has no districts');
  const turn = Math.floor(index / districts.length);
  const [kind, kindEn] = kinds[turn % kinds.length] ?? kinds[0];
  const brand = brands[Math.floor(turn / kinds.length) % brands.length] ?? '';
  const series = Math.floor(turn / kinds.length / brands.length) + 1;
  const name = `${where.city}${where.district}${brand}编造第${series}${kind}`;
  const english = `Made-up ${kindEn} No. ${index}`;
  const id = `bench-${String(index).padStart(8, '0')}`;
  const names: Fact<Name>[] = [
    { value: name, kind: 'legal', language: 'zh', evidence: [0] },
    { value: english, kind: 'english', language: 'en', evidence: [0] },
  ];
  const place: Place = { region: 'mainland', ...where, address: `${where.district}编造路${index}号` };
  const uscc = usccOf(index);
  const dossier: Dossier = {
    id,
    test: false,
    names,
    title: { zh: name, en: english },
    place,
    addresses: [{ address: place.address ?? '', evidence: [0] }],
    identifiers: [{ scheme: 'uscc', value: uscc, evidence: [0] }],
    credentials: credentials(index),
    traits: { body: 'hospital' },
    evidence: [evidence(index)],
  };
  return { id, uscc, name, english, dossier };
};
