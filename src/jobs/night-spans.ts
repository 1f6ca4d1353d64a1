import type { RecordSpan, WorkSpan } from '../fetch/traces/span.ts';
import type { NightNews } from './night-worker.ts';

/** What a source may come to without anything having gone wrong. */
const WELL: readonly string[] = ['accepted', 'unchanged', 'deferred'];

/**
 * Hears what the night worker tells and makes one trace of each night: the night, and in it each source that was read. A night that failed is
 * as long as its sources.
 */
export const nightSpans = (record: RecordSpan, clock: () => Date): ((news: NightNews) => void) => {
  let parts: WorkSpan[] = [];
  const end = (startMs: number, failed: boolean, attributes: WorkSpan['attributes']): void => {
    record({ name: 'night', startMs, endMs: clock().getTime(), failed, attributes, parts });
    parts = [];
  };
  return (news) => {
    const now = clock().getTime();
    if (news.news === 'source') {
      const { source, state, startMs } = news;
      const attributes = { 'licet.source': source, 'licet.state': state };
      const failed = !WELL.includes(state);
      parts.push({ name: 'source', startMs, endMs: now, failed, attributes });
    } else if (news.news === 'fault') end(parts[0]?.startMs ?? now, true, {});
    else {
      const { id, generation, sources, ms } = news.report;
      const attributes = {
        'licet.night': id,
        'licet.generation': generation,
        'licet.sources': sources.length,
      };
      end(now - (ms ?? 0), false, attributes);
    }
  };
};
