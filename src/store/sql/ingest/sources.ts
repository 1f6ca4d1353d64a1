import { hash } from 'node:crypto';
import type { Descriptor } from '../../../../schema/source.ts';
import { type Connection, writing } from '../connection.ts';

/** Digest of a descriptor: another digest is another version of the source. */
export const descriptorDigest = (descriptor: Descriptor): string =>
  hash('sha256', JSON.stringify(descriptor), 'hex').slice(0, 32);

/** Number of the newest published generation; 0 before the first. */
export const newestGeneration = async (db: Connection): Promise<number> =>
  (await db.prepare<[], { n: number | null }>('SELECT max(number) AS n FROM generation').get())?.n ?? 0;

type SourceVersion = Readonly<{ pk: number; digest: string; first_generation: number }>;

/** Registers a descriptor for the next generation. True when it differs from the version known so far. */
export const registerSource = async (db: Connection, descriptor: Descriptor): Promise<boolean> => {
  const digest = descriptorDigest(descriptor);
  const next = (await newestGeneration(db)) + 1;
  const known = await db
    .prepare<[string], SourceVersion>(
      'SELECT pk, digest, first_generation FROM source WHERE id = ? AND last_generation IS NULL',
    )
    .get(descriptor.id);
  if (known?.digest === digest) return false;
  const body = JSON.stringify(descriptor);
  if (known?.first_generation === next) {
    await db.prepare('UPDATE source SET digest = ?, descriptor = ? WHERE pk = ?').run(digest, body, known.pk);
    return true;
  }
  if (known) await db.prepare('UPDATE source SET last_generation = ? WHERE pk = ?').run(next - 1, known.pk);
  await db
    .prepare('INSERT INTO source (id, first_generation, digest, descriptor) VALUES (?, ?, ?, ?)')
    .run(descriptor.id, next, digest, body);
  return true;
};

/** Makes sources known that nobody has read yet, so that answers can say so. Known ones stay as they are. */
export const registerUnread = (db: Connection, descriptors: readonly Descriptor[]): Promise<void> => {
  const known = db.prepare<[string], number>('SELECT 1 FROM source WHERE id = ?').pluck();
  return writing(db, async () => {
    for (const descriptor of descriptors)
      if ((await known.get(descriptor.id)) === undefined) await registerSource(db, descriptor);
  });
};

/** Descriptors in force in a generation, by source id. */
export const descriptorsAt = async (
  db: Connection,
  generation: number,
): Promise<ReadonlyMap<string, Descriptor>> =>
  new Map(
    (
      await db
        .prepare<[number, number], { id: string; descriptor: string }>(
          `SELECT id, descriptor FROM source
         WHERE first_generation <= ? AND (last_generation IS NULL OR last_generation >= ?) ORDER BY id`,
        )
        .all(generation, generation)
    ).map((row) => [row.id, JSON.parse(row.descriptor) as Descriptor]),
  );
