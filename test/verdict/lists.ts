import type { PartialDate } from '../../schema/base.ts';
import type { EvidenceRef } from '../../schema/institution.ts';
import type { Edition, SourceState } from '../../schema/reference.ts';
import { type Descriptor, type DescriptorInput, descriptorSchema } from '../../schema/source.ts';
import specs from './cases/lists.json' with { type: 'json' };

type Kind = Descriptor['evidenceKind'];
/** What a list is worth, as `cases/lists.json` writes it. */
export type ListSpec = Readonly<{
  id: string;
  what: string;
  kind: Kind;
  how: Descriptor['how'];
  gates: readonly string[];
  completeness?: Descriptor['completeness'];
  absenceIsNo?: boolean;
  presupposesLicence?: Descriptor['presupposesLicence'];
  freshnessDays: number | null;
  editions?: readonly PartialDate[];
  province?: string;
  /** Lists that copy one and the same list share this word. */
  sameList?: string;
}>;

export type ListWord = keyof typeof specs;
/** The lists that a case may name, by the short word it uses. Those with editions are always there, as in the product. */
export const lists: Readonly<Record<ListWord, ListSpec>> = specs as Readonly<Record<ListWord, ListSpec>>;

export const isListWord = (word: string): word is ListWord => word in lists;

const fakeShas = new Map<string, string>();

/** A made-up but well-formed hash, the same for the same text. */
export const fakeSha = (text: string): string => {
  const known = fakeShas.get(text) ?? makeSha(text);
  fakeShas.set(text, known);
  return known;
};

const makeSha = (text: string): string => {
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

const descriptors = new Map<ListSpec, Descriptor>();

const descriptorOf = (list: ListSpec): Descriptor => {
  const known = descriptors.get(list) ?? readDescriptor(list);
  descriptors.set(list, known);
  return known;
};

const readDescriptor = (list: ListSpec): Descriptor => {
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
    ...(list.sameList === undefined ? {} : { sameList: list.sameList }),
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
