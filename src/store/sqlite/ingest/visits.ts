import type { Visit } from '../../visits.ts';
import type { Connection } from '../connect.ts';

const COLUMNS = `source, url, page, final_url AS finalUrl, at, sha256, content_type AS contentType, transport, etag,
  last_modified AS lastModified`;

/** What is known of an address from last time. */
export const findVisit = (db: Connection, source: string, url: string): Visit | undefined =>
  db
    .prepare<[string, string], Visit>(`SELECT ${COLUMNS} FROM visit WHERE source = ? AND url = ?`)
    .get(source, url);

export const saveVisit = (db: Connection, visit: Visit): void => {
  db.prepare(
    `INSERT OR REPLACE INTO visit (source, url, page, final_url, at, sha256, content_type, transport, etag, last_modified)
     VALUES (:source, :url, :page, :finalUrl, :at, :sha256, :contentType, :transport, :etag, :lastModified)`,
  ).run(visit);
};
