import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type KeptAbout, readAbout, readBasis, readCounts } from '../../batch/kept.ts';
import { readColumns } from '../../batch/list.ts';
import { columnLetters } from '../../batch/list-fault.ts';
import { LicetError } from '../../errors.ts';
import type { KeptBatch } from '../../store/service/batches.ts';
import { partnerOf } from '../partners/partner-of.ts';
import type { BatchRouteDeps } from './deps.ts';
import type { batchShape } from './shapes.ts';

const columnsOf = ({ tables }: KeptAbout): z.infer<typeof batchShape>['columns'] =>
  tables.flatMap((table) =>
    readColumns(table).map(([field, at]) => ({
      sheet: table.sheet,
      column: columnLetters(at),
      heading: table.heading[at] ?? '',
      field,
    })),
  );

const unreadOf = ({ tables }: KeptAbout): z.infer<typeof batchShape>['unread'] =>
  tables.flatMap(({ sheet, heading, unread }) =>
    unread.map((at) => ({ sheet, column: columnLetters(at), heading: heading[at] ?? '' })),
  );

/** A list as its partner sees it. */
export const shownBatch = (batch: KeptBatch): z.infer<typeof batchShape> => {
  const about = readAbout(batch.about);
  const basis = readBasis(batch.basis);
  const { id, state, rows, done, createdAt, endedAt, expiresAt } = batch;
  return {
    id,
    state,
    file: about.file,
    lang: about.lang,
    rows,
    done,
    counts: { ...readCounts(batch.counts), rows, waiting: rows - done },
    columns: columnsOf(about),
    unread: unreadOf(about),
    notes: about.notes,
    createdAt,
    endedAt,
    expiresAt,
    generation: basis?.generation ?? null,
    asOf: basis?.asOf ?? null,
    policyVersion: basis?.policyVersion ?? null,
  };
};

/** The list of this request's partner with this id; another partner's is as unknown as none. Throws LICET_UNKNOWN_BATCH. */
export const batchOf = async (
  { state, clock }: Pick<BatchRouteDeps, 'state' | 'clock'>,
  request: FastifyRequest,
  id: string,
): Promise<KeptBatch> => {
  const found = await state().batches.find(id, partnerOf(request), clock().toISOString());
  if (found === null) throw new LicetError('LICET_UNKNOWN_BATCH');
  return found;
};
