import type { Dossier } from '../../../../schema/institution.ts';
import { AlteredRecordError } from '../../integrity/altered-record.ts';
import { dossierDigest } from '../../integrity/dossier-digest.ts';
import type { ChangePoint, DossierChange } from '../../registry-reader.ts';
import type { Connection } from '../connection.ts';

type Version = Readonly<{ body: string; hash: string }>;

/**
 * Walks through the versions of dossiers, generation by generation: each page reads a stretch of two indexes, however long the
 * history is. `newest`: the generation of the reader, beyond which nothing is told.
 */
export const changesAfter = (db: Connection, newest: number) => {
  const touched = db
    .prepare<[{ g: number; after: string; limit: number }], string>(
      `SELECT id FROM (
         SELECT * FROM (SELECT institution_id AS id FROM dossier
           WHERE first_generation = :g AND institution_id > :after ORDER BY institution_id LIMIT :limit)
         UNION
         SELECT * FROM (SELECT institution_id AS id FROM dossier
           WHERE last_generation = :g - 1 AND institution_id > :after ORDER BY institution_id LIMIT :limit)
       ) ORDER BY id LIMIT :limit`,
    )
    .pluck();
  const generations = db
    .prepare<[number, number], number>(
      'SELECT number FROM generation WHERE number >= ? AND number <= ? ORDER BY number',
    )
    .pluck();
  const at = db.prepare<[{ id: string; g: number }], Version>(
    `SELECT body, hash FROM dossier WHERE institution_id = :id AND first_generation <= :g
     AND (last_generation IS NULL OR last_generation >= :g)`,
  );
  const merged = db
    .prepare<[string, number], string>(
      'SELECT merged_into FROM institution WHERE id = ? AND merged_generation = ?',
    )
    .pluck();
  const read = async (id: string, g: number): Promise<Dossier | null> => {
    const found = await at.get({ id, g });
    if (found === undefined) return null;
    if (dossierDigest(found.body) !== found.hash) throw new AlteredRecordError(id);
    return JSON.parse(found.body) as Dossier;
  };
  return async (point: ChangePoint, limit: number): Promise<readonly DossierChange[]> => {
    const found: DossierChange[] = [];
    for (const g of await generations.all(point.generation, newest)) {
      const after = g === point.generation ? point.institution : '';
      for (const institution of await touched.all({ g, after, limit: limit - found.length }))
        found.push({
          generation: g,
          institution,
          before: await read(institution, g - 1),
          after: await read(institution, g),
          mergedInto: (await merged.get(institution, g)) ?? null,
        });
      if (found.length >= limit) break;
    }
    return found;
  };
};
