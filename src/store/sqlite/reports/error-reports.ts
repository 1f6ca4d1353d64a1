import type { ErrorReportStore, KeptReport } from '../../service/error-reports.ts';
import type { Durable } from '../durable.ts';

export const errorReportsIn = ({ reading, write }: Durable): ErrorReportStore => {
  const waiting = reading.prepare<[number], KeptReport>(
    'SELECT id, at, about, text, lang, generation FROM error_report ORDER BY id LIMIT ?',
  );
  return {
    add: ({ at, about, text, lang, generation }, most) =>
      write(
        (db) =>
          db
            .prepare(
              `INSERT INTO error_report (at, about, text, lang, generation)
               SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM error_report) < ?`,
            )
            .run(at, about, text, lang, generation, most).changes === 1,
      ),
    waiting: async (limit) => waiting.all(limit),
    settle: (ids) =>
      write((db) => {
        const remove = db.prepare('DELETE FROM error_report WHERE id = ?');
        return ids.reduce((gone, id) => gone + remove.run(id).changes, 0);
      }),
  };
};
