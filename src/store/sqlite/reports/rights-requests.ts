import type { RightsRequest, RightsRequestStore } from '../../service/rights-requests.ts';
import type { Durable } from '../durable.ts';

const COLUMNS = `id, at, kind, lang, text, due_on AS dueOn, extended_because AS extendedBecause, state, answer,
  closed_at AS closedAt, closed_by AS closedBy`;

const ADD = `INSERT INTO rights_request (at, kind, lang, text, status_hash, due_on, state)
  SELECT ?, ?, ?, ?, ?, ?, 'waiting' WHERE (SELECT count(*) FROM rights_request WHERE state = 'waiting') < ?`;

const CLOSE = `UPDATE rights_request SET state = ?, answer = ?, closed_at = ?, closed_by = ?, text = ''
  WHERE id = ? AND state = 'waiting'`;

const EXTEND = `UPDATE rights_request SET due_on = ?, extended_because = ?
  WHERE id = ? AND state = 'waiting' AND extended_because IS NULL`;

/** Requests of physicians, in the file of what the service records. */
export const rightsRequestsIn = ({ reading, write }: Durable): RightsRequestStore => {
  const by = <Key extends number | string>(where: string) =>
    reading.prepare<[Key], RightsRequest>(`SELECT ${COLUMNS} FROM rights_request ${where}`);
  const waiting = by<number>("WHERE state = 'waiting' ORDER BY due_on, id LIMIT ?");
  const closed = by<number>("WHERE state <> 'waiting' ORDER BY closed_at DESC, id LIMIT ?");
  const find = by<number>('WHERE id = ?');
  const byStatus = by<string>('WHERE status_hash = ?');
  return {
    add: ({ at, kind, lang, text, statusHash, dueOn }, most) =>
      write((db) => {
        const done = db.prepare(ADD).run(at, kind, lang, text, statusHash, dueOn, most);
        return done.changes === 1 ? Number(done.lastInsertRowid) : null;
      }),
    waiting: async (limit) => waiting.all(limit),
    closed: async (limit) => closed.all(limit),
    find: async (id) => find.get(id) ?? null,
    byStatus: async (hash) => byStatus.get(hash) ?? null,
    close: (id, { state, answer, at, by: who }) =>
      write((db) => db.prepare(CLOSE).run(state, answer, at, who, id).changes === 1),
    extend: (id, because, dueOn) => write((db) => db.prepare(EXTEND).run(dueOn, because, id).changes === 1),
    forgetClosed: (before) =>
      write((db) => db.prepare('DELETE FROM rights_request WHERE closed_at < ?').run(before).changes),
  };
};
