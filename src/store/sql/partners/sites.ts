import type { ClaimedSite, NewSite, SeenSite, Site, SiteStore, WaitingBounds } from '../../service/sites.ts';
import type { Awaitable, Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

const COLUMNS =
  'domain, partner, token, proven_on AS provenOn, seen_on AS seenOn, waiting_since AS waitingSince';

const find = (db: Connection, domain: string): Awaitable<Site | undefined> =>
  db.prepare<[string], Site>(`SELECT ${COLUMNS} FROM partner_site WHERE domain = ?`).get(domain);

/** Domains bound by the operator's own word have no token and never wait. */
const forgetWaiting = async (db: Connection, before: string): Promise<number> =>
  (await db.prepare('DELETE FROM partner_site WHERE token IS NOT NULL AND waiting_since < ?').run(before))
    .changes;

const claim = async (
  db: Connection,
  wish: NewSite,
  { most, forgetBefore }: WaitingBounds,
): Promise<ClaimedSite> => {
  const { domain, partner, token, today } = wish;
  await forgetWaiting(db, forgetBefore);
  const known = await find(db, domain);
  if (known !== undefined)
    return known.partner === partner ? { state: 'known', site: known } : { state: 'taken' };
  const waiting = db
    .prepare<[string], number>(
      'SELECT count(*) FROM partner_site WHERE partner = ? AND waiting_since IS NOT NULL',
    )
    .pluck();
  if (((await waiting.get(partner)) ?? 0) >= most) return { state: 'too-many' };
  await db
    .prepare('INSERT INTO partner_site (domain, partner, token, waiting_since) VALUES (?, ?, ?, ?)')
    .run(domain, partner, token, today);
  return {
    state: 'added',
    site: { domain, partner, token, provenOn: null, seenOn: null, waitingSince: today },
  };
};

const put = async (
  db: Connection,
  { domain, partner, token, provenOn, seenOn }: Omit<Site, 'waitingSince'>,
  today: string,
): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO partner_site (domain, partner, token, proven_on, seen_on, waiting_since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (domain) DO UPDATE SET partner = excluded.partner, token = excluded.token,
       proven_on = excluded.proven_on, seen_on = excluded.seen_on, waiting_since = excluded.waiting_since`,
    )
    .run(domain, partner, token, provenOn, seenOn, provenOn === null ? today : null);
};

/** The token tells whether it is still the domain that was looked at: a page takes seconds, and meanwhile others write. */
const noteLook = async (
  db: Connection,
  { domain, token, provenOn, seenOn }: SeenSite,
  today: string,
): Promise<boolean> =>
  (
    await db
      .prepare(
        `UPDATE partner_site SET proven_on = :provenOn, seen_on = :seenOn,
         waiting_since = CASE WHEN CAST(:provenOn AS TEXT) IS NULL THEN coalesce(waiting_since, :today) END
       WHERE domain = :domain AND token = :token`,
      )
      .run({ domain, token, provenOn, seenOn, today })
  ).changes === 1;

export const sitesIn = ({ reading, write }: Durable): SiteStore => {
  const all = reading.prepare<[], Site>(`SELECT ${COLUMNS} FROM partner_site ORDER BY id`);
  const bound = reading
    .prepare('SELECT 1 FROM partner_site WHERE domain = ? AND proven_on IS NOT NULL')
    .pluck();
  return {
    all: async () => all.all(),
    isBound: async (domain) => (await bound.get(domain)) !== undefined,
    claim: (site, bounds) => write((db) => claim(db, site, bounds)),
    put: (site, today) => write((db) => put(db, site, today)),
    noteLook: (seen, today) => write((db) => noteLook(db, seen, today)),
    forgetWaiting: (before) => write((db) => forgetWaiting(db, before)),
    remove: (domain, partner) =>
      write(
        async (db) =>
          (
            await db
              .prepare('DELETE FROM partner_site WHERE domain = ? AND partner = coalesce(?, partner)')
              .run(domain, partner)
          ).changes === 1,
      ),
  };
};
