import type { PartialDate } from '../../../schema/base.ts';
import type { Edition } from '../../../schema/reference.ts';
import type { Transport } from '../../../schema/snapshot.ts';
import type { Descriptor } from '../../../schema/source.ts';
import type { Evidence } from '../../../schema/verdict.ts';
import { daysBetween, earliest } from '../../text/dates.ts';
import { type GateContext, localise } from '../gate-context.ts';
import type { EvidenceWeight } from './assess-evidence.ts';
import type { Judged } from './assess-rows.ts';
import type { EditionAt } from './edition-at.ts';

/** Address of what was kept; row 0 means the whole list. */
const evidenceUrl = (sha256: string, row: number): string =>
  row === 0 ? `/v1/evidence/${sha256}` : `/v1/evidence/${sha256}?row=${row}`;

const ageAt = (context: GateContext, date: PartialDate | null): number | null =>
  date === null ? null : daysBetween(earliest(date), context.day);

/** Puts evidence into the form of an answer. */
export const cite = (context: GateContext, weight: EvidenceWeight): Evidence => {
  const { ref, at, date, fresh, limit } = weight;
  return {
    kind: ref.kind,
    how: ref.how,
    source: ref.source,
    authority: at === undefined ? ref.source : localise(context, at.source.descriptor.authority),
    asOf: date,
    retrievedAt: ref.retrievedAt,
    fresh,
    ageDays: ageAt(context, date),
    freshnessDays: limit,
    transport: ref.transport,
    sha256: ref.sha256,
    row: ref.row,
    cite: ref.cite,
    url: evidenceUrl(ref.sha256, ref.row),
  };
};

/** Cites the row that decided, and the one that contradicts it. */
export const citeJudged = (
  context: GateContext,
  { row, other }: Pick<Judged, 'row' | 'other'>,
): readonly Evidence[] => [row, other].flatMap((one) => (one === null ? [] : [cite(context, one.weight)]));

const transportOf = (descriptor: Descriptor): Transport => {
  if (descriptor.how === 'bundled') return 'file';
  if (descriptor.how === 'captured') return 'operator';
  return descriptor.pages.every(({ url }) => url.startsWith('https:')) ? 'https' : 'http';
};

/** Cites a whole edition, page by page: what an absence rests on. Row 0 stands for the whole page. */
export const citeEdition = (context: GateContext, at: EditionAt, edition: Edition): readonly Evidence[] => {
  const { descriptor } = at.source;
  const fresh = at.state === 'fresh';
  return edition.snapshots.map((sha256, page) => ({
    kind: descriptor.evidenceKind,
    how: descriptor.how,
    source: descriptor.id,
    authority: localise(context, descriptor.authority),
    asOf: at.date,
    retrievedAt: edition.retrievedAt ?? edition.acceptedAt,
    fresh,
    ageDays: ageAt(context, at.date),
    freshnessDays: descriptor.freshnessDays,
    transport: edition.transport ?? transportOf(descriptor),
    sha256,
    row: 0,
    cite: (descriptor.pages[page] ?? descriptor.pages[0])?.url ?? null,
    url: evidenceUrl(sha256, 0),
  }));
};
