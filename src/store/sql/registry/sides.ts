import type { SideFinder } from '../../registry-writer.ts';
import type { Connection } from '../connection.ts';

/** Finds the records that a shipped judgement names, by their own ids, whatever they are part of; the best evidenced first. */
export const sideFinder = (db: Connection): SideFinder => {
  const ofRow = db
    .prepare<[string, string], string>(
      `SELECT institution_id FROM record WHERE source = ? AND key = ? AND last_generation IS NULL
       AND institution_id IS NOT NULL GROUP BY 1 ORDER BY min(rank), 1`,
    )
    .pluck();
  const keyed = db
    .prepare<[string], number>("SELECT 1 FROM name_key WHERE key = ? AND form = 'full' LIMIT 1")
    .pluck();
  const named = db
    .prepare<[Readonly<{ key: string; province: string; city: string | null }>], string>(
      // A name stands under its key once an institution, whichever of its rows state it.
      `SELECT i.id FROM name_key k JOIN name keyed ON keyed.id = k.name
         JOIN name n ON n.institution_id = keyed.institution_id AND n.value = keyed.value AND n.kind = keyed.kind
         JOIN record r ON r.id = n.record JOIN institution i ON i.id = r.institution_id
       WHERE k.key = :key AND k.form = 'full' AND n.kind = 'legal' AND n.last_generation IS NULL
         AND r.last_generation IS NULL AND i.province = :province AND (CAST(:city AS TEXT) IS NULL OR i.city = :city)
       GROUP BY 1 ORDER BY min(r.rank), 1`,
    )
    .pluck();
  return {
    recordsOfRow: async (source, key) => ofRow.all(source, key),
    // Most that ship judged are on no list that a registry has: to see that takes a twentieth of looking for their records.
    recordsNamed: async (key, province, city) =>
      (await keyed.get(key)) === undefined ? [] : named.all({ key, province, city }),
  };
};
