import type { ErrorReport, ErrorReportStore, KeptReport, SentAlong } from '../../service/error-reports.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

type Row = ErrorReport &
  Readonly<{
    id: number;
    kind: 'error' | 'correction';
    fileType: string | null;
    fileBytes: number | null;
    site: string | null;
    siteToken: string | null;
    siteProvenAt: string | null;
    answer: string | null;
    answeredAt: string | null;
    answeredBy: string | null;
  }>;

const COLUMNS = `id, at, about, text, lang, generation, kind, file_type AS fileType, length(file) AS fileBytes, site,
  site_token AS siteToken, site_proven_at AS siteProvenAt, answer, answered_at AS answeredAt, answered_by AS answeredBy`;

const reportOf = (row: Row): KeptReport => {
  const { id, at, about, text, lang, generation, kind, fileType, fileBytes, site, siteToken } = row;
  const { siteProvenAt: provenAt, answer, answeredAt, answeredBy } = row;
  return {
    ...{ id, at, about, text, lang, generation, kind },
    file: fileType === null ? null : { type: fileType, bytes: fileBytes ?? 0 },
    site: site === null ? null : { domain: site, token: siteToken ?? '', provenAt },
    answer: answer === null ? null : { text: answer, at: answeredAt ?? '', by: answeredBy ?? '' },
  };
};

/** Room for what is sent along with all reports together, in bytes: the disk is everybody's. */
const MOST_FILE_BYTES = 500 * 1_048_576;

const nothing: SentAlong = { kind: 'error', statusHash: '', file: null, site: null };

const add = async (db: Connection, report: ErrorReport, most: number, along: SentAlong): Promise<boolean> => {
  const { kind, statusHash, file, site } = along;
  const { at, about, text, lang, generation } = report;
  const room = await db
    .prepare<[number, number], number>(
      `SELECT 1 WHERE (SELECT count(*) FROM error_report WHERE answered_at IS NULL) < ?
         AND (SELECT coalesce(sum(length(file)), 0) FROM error_report) + ? <= ${MOST_FILE_BYTES}`,
    )
    .get(most, file?.bytes.length ?? 0);
  if (room === undefined) return false;
  const { bytes = null, type = null } = file ?? {};
  await db
    .prepare(
      `INSERT INTO error_report
         (at, about, text, lang, generation, kind, status_hash, file, file_type, site, site_token)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[at, about, text, lang, generation, kind, statusHash, bytes, type],
      ...[site?.domain ?? null, site?.token ?? null],
    );
  return true;
};

const looks = (reading: Connection) => {
  const by = <Key extends number | string>(where: string) =>
    reading.prepare<[Key], Row>(`SELECT ${COLUMNS} FROM error_report ${where}`);
  return {
    waiting: by<number>('WHERE answered_at IS NULL ORDER BY id LIMIT ?'),
    answered: by<number>('WHERE answered_at IS NOT NULL ORDER BY answered_at DESC, id LIMIT ?'),
    find: by<number>('WHERE id = ?'),
    byStatus: by<string>("WHERE status_hash = ? AND status_hash <> ''"),
    file: reading.prepare<[number], Readonly<{ bytes: Buffer; type: string }>>(
      'SELECT file AS bytes, file_type AS type FROM error_report WHERE id = ? AND file IS NOT NULL',
    ),
  };
};

export const errorReportsIn = ({ reading, write }: Durable): ErrorReportStore => {
  const look = looks(reading);
  const one = (row: Row | undefined): KeptReport | null => (row === undefined ? null : reportOf(row));
  return {
    add: (report, most, along = nothing, forget = '') =>
      write(async (db) => {
        await db.prepare('DELETE FROM error_report WHERE answered_at < ?').run(forget);
        return await add(db, report, most, along);
      }),
    waiting: async (limit) => (await look.waiting.all(limit)).map(reportOf),
    answered: async (limit) => (await look.answered.all(limit)).map(reportOf),
    find: async (id) => one(await look.find.get(id)),
    byStatus: async (hash) => one(await look.byStatus.get(hash)),
    file: async (id) => (await look.file.get(id)) ?? null,
    answer: (id, { text, at, by }) =>
      write(
        async (db) =>
          (
            await db
              .prepare(
                `UPDATE error_report SET answer = ?, answered_at = ?, answered_by = ?
               WHERE id = ? AND answered_at IS NULL`,
              )
              .run(text, at, by, id)
          ).changes === 1,
      ),
    proveSite: (id, at) =>
      write(
        async (db) =>
          void (await db.prepare('UPDATE error_report SET site_proven_at = ? WHERE id = ?').run(at, id)),
      ),
    forgetAnswered: (before) =>
      write(
        async (db) =>
          (await db.prepare('DELETE FROM error_report WHERE answered_at < ?').run(before)).changes,
      ),
    settle: (ids) =>
      write(async (db) => {
        const remove = db.prepare('DELETE FROM error_report WHERE id = ?');
        let gone = 0;
        for (const id of ids) gone += (await remove.run(id)).changes;
        return gone;
      }),
  };
};
