import type { Visit } from '../../visits.ts';
import type { Connection } from '../connection.ts';

const COLUMNS = `source, url, page, final_url AS finalUrl, at, sha256, content_type AS contentType, transport, etag,
  last_modified AS lastModified`;

/** What is known of an address from last time. */
export const findVisit = async (db: Connection, source: string, url: string): Promise<Visit | undefined> =>
  await db
    .prepare<[string, string], Visit>(`SELECT ${COLUMNS} FROM visit WHERE source = ? AND url = ?`)
    .get(source, url);

export const saveVisit = async (db: Connection, visit: Visit): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO visit (source, url, page, final_url, at, sha256, content_type, transport, etag, last_modified)
     VALUES (:source, :url, :page, :finalUrl, :at, :sha256, :contentType, :transport, :etag, :lastModified)
     ON CONFLICT (source, url) DO UPDATE SET page = excluded.page, final_url = excluded.final_url, at = excluded.at,
       sha256 = excluded.sha256, content_type = excluded.content_type, transport = excluded.transport,
       etag = excluded.etag, last_modified = excluded.last_modified`,
    )
    .run(visit);
};
