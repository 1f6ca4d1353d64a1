import { hash } from 'node:crypto';
import type { Descriptor } from '../../../../schema/source.ts';
import type { Connection } from '../connect.ts';

/** Digest of a descriptor: another digest is another version of the source. */
export const descriptorDigest = (descriptor: Descriptor): string =>
  hash('sha256', JSON.stringify(descriptor), 'hex').slice(0, 32);

/** Number of the newest published generation; 0 before the first. */
export const newestGeneration = (db: Connection): number =>
  db.prepare<[], { n: number | null }>('SELECT max(number) AS n FROM generation').get()?.n ?? 0;

type SourceVersion = Readonly<{ pk: number; digest: string; first_generation: number }>;

/** Registers a descriptor for the next generation. True when it differs from the version known so far. */
export const registerSource = (db: Connection, descriptor: Descriptor): boolean => {
  const digest = descriptorDigest(descriptor);
  const next = newestGeneration(db) + 1;
  const known = db
    .prepare<[string], SourceVersion>(
      'SELECT pk, digest, first_generation FROM source WHERE id = ? AND last_generation IS NULL',
    )
    .get(descriptor.id);
  if (known?.digest === digest) return false;
  const body = JSON.stringify(descriptor);
  if (known?.first_generation === next) {
    db.prepare('UPDATE source SET digest = ?, descriptor = ? WHERE pk = ?').run(digest, body, known.pk);
    return true;
  }
  if (known) db.prepare('UPDATE source SET last_generation = ? WHERE pk = ?').run(next - 1, known.pk);
  db.prepare('INSERT INTO source (id, first_generation, digest, descriptor) VALUES (?, ?, ?, ?)').run(
    descriptor.id,
    next,
    digest,
    body,
  );
  return true;
};

/** Makes sources known that nobody has read yet, so that answers can say so. Known ones stay as they are. */
export const registerUnread = (db: Connection, descriptors: readonly Descriptor[]): void => {
  const known = db.prepare<[string], number>('SELECT 1 FROM source WHERE id = ?').pluck();
  db.transaction(() => {
    for (const descriptor of descriptors)
      if (known.get(descriptor.id) === undefined) registerSource(db, descriptor);
  }).immediate();
};

/** Descriptors in force in a generation, by source id. */
export const descriptorsAt = (db: Connection, generation: number): ReadonlyMap<string, Descriptor> =>
  new Map(
    db
      .prepare<[number, number], { id: string; descriptor: string }>(
        `SELECT id, descriptor FROM source
         WHERE first_generation <= ? AND (last_generation IS NULL OR last_generation >= ?) ORDER BY id`,
      )
      .all(generation, generation)
      .map((row) => [row.id, JSON.parse(row.descriptor) as Descriptor]),
  );
