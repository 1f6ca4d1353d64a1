import type { Publisher } from '../../publisher.ts';
import type { Reconciled } from '../../registry-writer.ts';
import type { Connection } from '../connect.ts';
import { chainUp } from './chain.ts';
import { isPending, registryWriter } from './registry-writer.ts';

const publish = (db: Connection, done: Reconciled, number: number): void => {
  db.prepare(
    `INSERT INTO generation (number, at, registry_hash, last_run, code)
     VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM run), ?)`,
  ).run(number, done.at, done.registryHash, done.code);
  chainUp(db);
};

/** Does reconcile's work in one transaction that raises the generation, as `Publisher` says. */
export const reconcileIn = async (
  db: Connection,
  code: string,
  work: Parameters<Publisher['reconcile']>[1],
): Promise<number | undefined> => {
  db.exec('BEGIN IMMEDIATE');
  try {
    if (!isPending(db, code)) {
      db.exec('ROLLBACK');
      return undefined;
    }
    const before = db.prepare('SELECT code FROM generation ORDER BY number DESC LIMIT 1').pluck().get();
    const recode = before !== undefined && before !== code;
    const registry = registryWriter(db, recode);
    publish(db, await work(registry, recode), registry.next);
    db.exec('COMMIT');
    return registry.next;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
};
