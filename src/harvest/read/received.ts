import { createHash } from 'node:crypto';
import type { Snapshot } from '../../../schema/snapshot.ts';
import type { Archive } from '../../archive/archive.ts';
import type { LastGood } from '../../store/ingest-types.ts';
import type { Source } from '../catalogue.ts';
import type { ObtainedPage } from '../obtain/obtain.ts';
import { editionDate } from './edition-dates.ts';
import type { Received } from './read-edition.ts';

/** A page as it came, described for keeping. */
export const snapshotOf = (source: Source, page: string, got: ObtainedPage, now: Date): Snapshot => ({
  sha256: createHash('sha256').update(got.body).digest('hex'),
  source: source.descriptor.id,
  page,
  url: got.url,
  retrievedAt: got.retrievedAt ?? now.toISOString(),
  how: source.descriptor.how,
  transport: got.transport,
  contentType: got.contentType,
  bytes: got.body.length,
  ...(got.details !== undefined && Object.keys(got.details).length > 0 && { details: got.details }),
});

/** True when nothing is new: same bytes, same code, same date, and no missing row waits for a second run. */
export const isSame = (
  source: Source,
  received: Received,
  last: LastGood | undefined,
  now: Date,
): boolean => {
  if (last === undefined || last.reading !== source.reading || last.missing > 0) return false;
  const { how, dated } = source.descriptor;
  const asOf = editionDate(source.descriptor, new Set(), now.toISOString());
  const sameDate = (how === 'fetched' && dated !== 'when-read') || last.asOf === asOf;
  return sameDate && last.sha256.join() === received.snapshots.map(({ sha256 }) => sha256).join();
};

/** Keeps every page that came. One that was lost from the archive, or damaged in it, is whole again once it comes again. */
export const keepPages = async (
  { bodies, snapshots }: Received,
  archive: Pick<Archive, 'put'>,
): Promise<void> => {
  for (const [at, body] of bodies.entries()) await archive.put(body, snapshots[at]?.sha256);
};
