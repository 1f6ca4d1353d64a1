import { hash } from 'node:crypto';
import type { AuditEntry, AuditLog, AuditState, KeptEntry } from '../../service/audit-log.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

const linkOf = (before: string, id: number, { at, actor, act, about, request }: AuditEntry): string =>
  hash('sha256', JSON.stringify([before, id, at, actor, act, about, request]), 'hex');

/** Appends an entry within the transaction of the connection. */
export const appendEntry = async (db: Connection, entry: AuditEntry): Promise<void> => {
  const newest = await db
    .prepare<[], Pick<KeptEntry, 'id' | 'hash'>>('SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1')
    .get();
  const id = (newest?.id ?? 0) + 1;
  await db
    .prepare(
      `INSERT INTO audit_entry (id, at, actor, act, about, request, hash)
     VALUES (:id, :at, :actor, :act, :about, :request, :hash)`,
    )
    .run({ ...entry, id, hash: linkOf(newest?.hash ?? '', id, entry) });
};

const MOST_FAULTS = 10;
/** Entries read at a time, so that a long log never lies in memory. */
const PAGE = 1000;

const checked = async (entries: AsyncIterable<KeptEntry>): Promise<AuditState> => {
  const faults: string[] = [];
  let [count, head, expected] = [0, '', 1];
  for await (const { id, hash: link, ...entry } of entries) {
    if (id !== expected) faults.push(`entry ${expected} is missing`);
    else if (link !== linkOf(head, id, entry)) faults.push(`entry ${id} is not what was written`);
    if (faults.length >= MOST_FAULTS) break;
    [count, head, expected] = [count + 1, link, id + 1];
  }
  return { entries: count, head, faults };
};

export const auditLogIn = ({ reading, write }: Durable): AuditLog => {
  const columns = 'id, at, actor, act, about, request, hash';
  const newest = reading.prepare<[number], KeptEntry>(
    `SELECT ${columns} FROM audit_entry ORDER BY id DESC LIMIT ?`,
  );
  const after = reading.prepare<[number], KeptEntry>(
    `SELECT ${columns} FROM audit_entry WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
  );
  const all = async function* (): AsyncGenerator<KeptEntry> {
    for (let page = await after.all(0); page.length > 0; page = await after.all(page.at(-1)?.id ?? 0))
      yield* page;
  };
  const holds = reading.prepare('SELECT 1 FROM audit_entry WHERE hash = ?');
  return {
    append: (entry) => write((db) => appendEntry(db, entry)),
    newest: async (limit) => newest.all(limit),
    check: async () => checked(all()),
    holds: async (link) => (await holds.get(link)) !== undefined,
  };
};
