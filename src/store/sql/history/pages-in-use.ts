import type { KnownPage, PagesInUse, PageUseAsk } from '../../page-use.ts';
import type { Connection } from '../connection.ts';

/**
 * What a page is kept for, as SQL over `snapshot s` where it has a page, else over its hash: rows, present or past, with all
 * evidence, receipts and judgements that rest on them; captures and their proofs; lists whose silence can mean no (an
 * answer may have cited the whole page); editions in the kept range, and the newest of each source; what the next
 * conditional request compares with; refused pages an operator may still accept, and what a person accepted.
 */
const IN_USE = `
  SELECT s.sha256 FROM snapshot s WHERE EXISTS (SELECT 1 FROM record r WHERE r.snapshot = s.id)
  UNION SELECT sha256 FROM snapshot WHERE how = 'captured'
  UNION SELECT s.sha256 FROM snapshot s WHERE s.source IN
    (SELECT id FROM source WHERE json_extract(descriptor, '$.absence') = 'not-met')
  UNION SELECT s.sha256 FROM edition e JOIN edition_snapshot p ON p.edition = e.id JOIN snapshot s ON s.id = p.snapshot
    WHERE CAST(:editionsSince AS TEXT) IS NULL OR e.accepted_at >= :editionsSince
      OR e.id IN (SELECT max(id) FROM edition GROUP BY source)
  UNION SELECT sha256 FROM visit
  UNION SELECT json_extract(page.value, '$.sha256') FROM run r, json_each(coalesce(r.pages, '[]')) page
    WHERE r.at >= :refusedSince OR r.reason IS NOT NULL OR r.decided_by IS NOT NULL
      OR r.id IN (SELECT max(id) FROM run WHERE pages IS NOT NULL GROUP BY source)`;

const PAGES = `SELECT sha256, url, source, retrieved_at AS retrievedAt FROM snapshot
  UNION ALL SELECT json_extract(page.value, '$.sha256'), json_extract(page.value, '$.url'), r.source,
    json_extract(page.value, '$.retrievedAt') FROM run r, json_each(coalesce(r.pages, '[]')) page`;

const knownPages = async (db: Connection): Promise<ReadonlyMap<string, KnownPage>> =>
  new Map(
    (await db.prepare<[], KnownPage & { sha256: string }>(PAGES).all()).map(({ sha256, ...page }) => [
      sha256,
      page,
    ]),
  );

/** Numbers of the pages something still rests on, and what is known of every page; `db` looks at one moment. */
export const pagesInUse = async (db: Connection, ask: PageUseAsk): Promise<PagesInUse> => ({
  inUse: new Set(await db.prepare<[PageUseAsk], string>(IN_USE).pluck().all(ask)),
  known: await knownPages(db),
  ofEditions: new Set(
    await db
      .prepare<[], string>('SELECT s.sha256 FROM edition_snapshot p JOIN snapshot s ON s.id = p.snapshot')
      .pluck()
      .all(),
  ),
});
