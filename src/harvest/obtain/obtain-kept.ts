import type { Archive } from '../../archive/archive.ts';
import type { History } from '../../store/history.ts';
import type { Ingest } from '../../store/ingest.ts';
import type { Obtain, ObtainedPage } from './obtain.ts';

type Needs = Readonly<{ archive: Archive; store: Pick<History, 'snapshots'> & Pick<Ingest, 'lastGood'> }>;

/** Obtains the pages of the last good edition from the archive; no socket is opened. */
export const obtainKept =
  ({ archive, store }: Needs): Obtain =>
  async (descriptor, page) => {
    const last = await store.lastGood(descriptor.id);
    const known = await store.snapshots();
    const parts: ObtainedPage[] = [];
    for (const sha256 of last?.sha256 ?? []) {
      const kept = known.find(
        (one) => one.sha256 === sha256 && one.source === descriptor.id && one.page === page.key,
      );
      if (kept === undefined) continue;
      const body = await archive.get(sha256);
      if (body === undefined) return { state: 'failed', detail: `${sha256} is not in the archive` };
      const { url, transport, contentType, retrievedAt, details } = kept;
      parts.push({ body, url, transport, contentType, retrievedAt, ...(details && { details }) });
    }
    const [first, ...rest] = parts;
    return first === undefined
      ? { state: 'unreachable', detail: 'no page of it was ever kept' }
      : { state: 'obtained', ...first, rest };
  };
