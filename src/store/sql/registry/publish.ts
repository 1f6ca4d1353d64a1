import type { Publisher } from '../../publisher.ts';
import type { Reconciled } from '../../registry-writer.ts';
import { type Connection, writing } from '../connection.ts';
import type { AfterNumbered } from '../many-rows.ts';
import { chainUp } from './chain.ts';
import { isPending, registryWriter, type SetAside } from './registry-writer.ts';

const publish = async (db: Connection, done: Reconciled, number: number): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO generation (number, at, registry_hash, last_run, code)
       VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM run), ?)`,
    )
    .run(number, done.at, done.registryHash, done.code);
  await chainUp(db);
};

/** Does reconcile's work in one transaction that raises the generation, as `Publisher` says. */
export const reconcileIn = (
  db: Connection,
  code: string,
  work: Parameters<Publisher['reconcile']>[1],
  { afterNumbered, setAside }: Readonly<{ afterNumbered: AfterNumbered; setAside?: SetAside | undefined }>,
): Promise<number | undefined> =>
  writing(db, async () => {
    if (!(await isPending(db, code))) return undefined;
    const before = await db
      .prepare<[], string>('SELECT code FROM generation ORDER BY number DESC LIMIT 1')
      .pluck()
      .get();
    const recode = before !== undefined && before !== code;
    const registry = await registryWriter(db, recode, setAside);
    await publish(db, await work(registry, recode), registry.next);
    await afterNumbered(db, 'name');
    return registry.next;
  });
