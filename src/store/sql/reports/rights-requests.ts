import type { RightsRequest, RightsRequestStore } from '../../service/rights-requests.ts';
import type { Durable } from '../durable.ts';

const COLUMNS = `id, at, kind, lang, text, due_on AS dueOn, extended_because AS extendedBecause, state, answer,
  closed_at AS closedAt, closed_by AS closedBy`;

const ADD = `INSERT INTO rights_request (at, kind, lang, text, status_hash, due_on, state)
  SELECT ?, ?, ?, ?, ?, ?, 'waiting' WHERE (SELECT count(*) FROM rights_request WHERE state = 'waiting') < ?
  RETURNING id`;

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
      write(async (db) => {
        const add = db.prepare<unknown[], number>(ADD).pluck();
        return (await add.get(at, kind, lang, text, statusHash, dueOn, most)) ?? null;
      }),
    waiting: async (limit) => waiting.all(limit),
    closed: async (limit) => closed.all(limit),
    find: async (id) => (await find.get(id)) ?? null,
    byStatus: async (hash) => (await byStatus.get(hash)) ?? null,
    close: (id, { state, answer, at, by: who }) =>
      write(async (db) => (await db.prepare(CLOSE).run(state, answer, at, who, id)).changes === 1),
    extend: (id, because, dueOn) =>
      write(async (db) => (await db.prepare(EXTEND).run(dueOn, because, id)).changes === 1),
    forgetClosed: (before) =>
      write(
        async (db) =>
          (await db.prepare('DELETE FROM rights_request WHERE closed_at < ?').run(before)).changes,
      ),
  };
};
