import type { NewEdition, RunNotes } from '../../store/ingest-types.ts';
import type { Source } from '../catalogue.ts';
import type { ReadEdition, Received } from '../read/read-edition.ts';
import { keepPages } from '../read/received.ts';
import type { HarvestNeeds, SourceReport } from '../source-report.ts';
import { EditionRefused } from './edition-refused.ts';
import { judgeDifference } from './gate.ts';
import { type DiffContext, diffContext } from './gate-rows.ts';

/** What was read as the edition that it would be. */
export const editionOf = (
  source: Source,
  { now, night }: HarvestNeeds,
  { snapshots }: Received,
  read: ReadEdition,
  notes: RunNotes,
): NewEdition => ({
  descriptor: source.descriptor,
  reading: source.reading,
  acceptedAt: now.toISOString(),
  partial: source.descriptor.how === 'captured',
  snapshots,
  records: read.records,
  kept: read.kept,
  // What a person accepted may break rules that an incremental read relies on, so the next night reads every row.
  rowList: notes.reason === undefined ? read.rowList : undefined,
  issues: read.issues,
  asOf: read.asOf,
  shape: read.shape,
  night: night ?? null,
  ...notes,
});

/**
 * Makes what was read the newest edition: the store compares it with the last one, the gate judges how they differ, and only then
 * is it written. `notes`: who decided so, where a person did; then the gate does not judge again what that person looked at.
 * `confirmed`: which rows a quarantined page already held. Throws EditionRefused; EditionOvertaken when another edition came between.
 */
export const acceptRead = async (
  source: Source,
  needs: HarvestNeeds,
  received: Received,
  read: ReadEdition,
  notes: RunNotes = {},
  confirmed: DiffContext['confirmed'] | null = null,
): Promise<SourceReport> => {
  await keepPages(received, needs.archive);
  const compared = await needs.store.compare(editionOf(source, needs, received, read, notes));
  const diff = notes.decidedBy === undefined ? await compared.differences() : undefined;
  const context = diffContext(read, needs.now, confirmed);
  const refusals = diff && (await judgeDifference(source.descriptor.expect, context, diff));
  if (refusals !== undefined && refusals.length > 0) throw new EditionRefused(refusals);
  const { edition, added, changed, removed, missing } = await compared.accept();
  return {
    source: source.descriptor.id,
    state: edition === null ? 'unchanged' : 'accepted',
    rows: read.facts.rows,
    ...{ added, changed, removed, missing },
    issues: read.issues.length,
    refusals: [],
    asOf: read.asOf,
  };
};
