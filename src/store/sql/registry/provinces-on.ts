import type { Connection } from '../connection.ts';
import { inForce } from './in-force.ts';

type Counted = Readonly<{ province: string | null; institutions: number }>;

/** Counts whom a list names by province, in generation `g`; each list once for the life of the reader. */
export const provincesOn = (db: Connection, g: number) => {
  const kept = new Map<string, ReadonlyMap<string | null, number>>();
  const counts = db.prepare<[{ g: number; source: string }], Counted>(
    `SELECT i.province, count(DISTINCT r.institution_id) AS institutions
     FROM record r JOIN institution i ON i.id = r.institution_id
     WHERE r.source = :source AND r.kind = 'institution' AND ${inForce('r')} GROUP BY i.province`,
  );
  return async (source: string): Promise<ReadonlyMap<string | null, number>> => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const found = new Map(
      (await counts.all({ g, source })).map(({ province, institutions }) => [province, institutions]),
    );
    kept.set(source, found);
    return found;
  };
};
