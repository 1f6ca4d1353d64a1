import { workerData } from 'node:worker_threads';
import { partsOf } from '../../batch/answer-parts.ts';
import { type KeptAbout, packRows } from '../../batch/kept.ts';
import { ListFault } from '../../batch/list-fault.ts';
import { readList } from '../../batch/read/read-list.ts';
import { LicetError } from '../../errors.ts';
import type { BatchOrder } from '../../http/batches/desk.ts';
import { openServiceState } from '../../store/open-store.ts';
import type { AddedBatch } from '../../store/service/batches.ts';
import { serveWorker } from '../serve-worker.ts';

/** The one call of the worker that reads lists. */
export type TakeCalls = Readonly<{
  take: Readonly<{ given: Readonly<{ bytes: Uint8Array; order: BatchOrder }>; answer: AddedBatch }>;
}>;

const state = openServiceState(String(workerData));

const listOf = (bytes: Uint8Array, { file, lang, own }: BatchOrder) => {
  try {
    return readList(bytes, { file, lang, own });
  } catch (cause) {
    if (cause instanceof ListFault) throw new LicetError('LICET_LIST_UNREADABLE', `${cause.words[lang]}.`);
    throw cause;
  }
};

const take = async (bytes: Uint8Array, order: BatchOrder): Promise<AddedBatch> => {
  const { file, tables, rows, notes } = listOf(bytes, order);
  const { id, partner, expiresAt, idempotencyKey, bodyHash, lang, defaults, held } = order;
  const about: KeptAbout = {
    file,
    lang,
    tables: tables.map((table) => ({
      ...table,
      above: table.above.map((line) => ({ ...line, cells: [...line.cells] })),
      heading: [...table.heading],
      mapping: { ...table.mapping },
    })),
    notes: [...notes],
    defaults,
  };
  const parts = partsOf(rows).map((part) => ({ rows: part.length, given: packRows(part) }));
  const kept = { id, partner, createdAt: order.at, expiresAt, idempotencyKey, bodyHash, held };
  return state.batches.add({ ...kept, about: JSON.stringify(about), parts }, order.mostOpen);
};

serveWorker<TakeCalls>({ take: ({ bytes, order }) => take(new Uint8Array(bytes), order) }, state.close);
