import type { ClaimedSite, NewSite, SeenSite, Site, SiteStore } from '../../service/sites.ts';
import type { Connection } from '../connect.ts';
import type { Durable } from '../durable.ts';

const COLUMNS = 'domain, partner, token, proven_on AS provenOn, seen_on AS seenOn';

const find = (db: Connection, domain: string): Site | undefined =>
  db.prepare<[string], Site>(`SELECT ${COLUMNS} FROM partner_site WHERE domain = ?`).get(domain);

const claim = (db: Connection, { domain, partner, token, today }: NewSite): ClaimedSite => {
  const known = find(db, domain);
  if (known !== undefined)
    return known.partner === partner ? { state: 'known', site: known } : { state: 'taken' };
  db.prepare('INSERT INTO partner_site (domain, partner, token, waiting_since) VALUES (?, ?, ?, ?)').run(
    domain,
    partner,
    token,
    today,
  );
  return { state: 'added', site: { domain, partner, token, provenOn: null, seenOn: null } };
};

const put = (db: Connection, { domain, partner, token, provenOn, seenOn }: Site, today: string): void => {
  db.prepare(
    `INSERT INTO partner_site (domain, partner, token, proven_on, seen_on, waiting_since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (domain) DO UPDATE SET partner = excluded.partner, token = excluded.token,
       proven_on = excluded.proven_on, seen_on = excluded.seen_on, waiting_since = excluded.waiting_since`,
  ).run(domain, partner, token, provenOn, seenOn, provenOn === null ? today : null);
};

/** The token tells whether it is still the domain that was looked at: a page takes seconds, and meanwhile others write. */
const noteLook = (db: Connection, { domain, token, provenOn, seenOn }: SeenSite, today: string): boolean =>
  db
    .prepare(
      `UPDATE partner_site SET proven_on = :provenOn, seen_on = :seenOn,
         waiting_since = iif(:provenOn IS NULL, coalesce(waiting_since, :today), NULL)
       WHERE domain = :domain AND token = :token`,
    )
    .run({ domain, token, provenOn, seenOn, today }).changes === 1;

export const sitesIn = ({ reading, write }: Durable): SiteStore => {
  const all = reading.prepare<[], Site>(`SELECT ${COLUMNS} FROM partner_site ORDER BY id`);
  const bound = reading
    .prepare('SELECT 1 FROM partner_site WHERE domain = ? AND proven_on IS NOT NULL')
    .pluck();
  return {
    all: async () => all.all(),
    isBound: async (domain) => bound.get(domain) !== undefined,
    claim: (site) => write((db) => claim(db, site)),
    put: (site, today) => write((db) => put(db, site, today)),
    noteLook: (seen, today) => write((db) => noteLook(db, seen, today)),
  };
};
