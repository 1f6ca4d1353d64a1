import { LRUCache } from 'lru-cache';
import type { Connection } from '../connection.ts';
import { inForce } from './in-force.ts';

/** Sets of codes whose institutions are kept found; some 60 treatments can be asked for, each a page at a time. */
const KEPT = 100;

/**
 * Finds who is named for some credential codes by a row that is on its list in generation `g`. One look at the index of codes
 * finds the rows; what was found is kept for as long as the reader lives, so that leafing through costs nothing more.
 */
export const namedFor = (db: Connection, g: number, redirects: ReadonlyMap<string, string>) => {
  const kept = new LRUCache<string, readonly string[]>({ max: KEPT });
  const rows = db
    .prepare<[{ g: number; codes: string }], string>(
      `SELECT i.id FROM (SELECT DISTINCT c.institution_id AS id FROM credential c JOIN record r ON r.id = c.record
         WHERE c.code IN (SELECT value FROM json_each(:codes)) AND ${inForce('c')} AND ${inForce('r')}) named
       JOIN institution i ON i.id = named.id
       ORDER BY i.province IS NULL, i.province, i.title_zh IS NULL, i.title_zh, i.id`,
    )
    .pluck();
  return async (codes: readonly string[]): Promise<readonly string[]> => {
    const key = JSON.stringify([...codes].sort());
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = [...new Set((await rows.all({ g, codes: key })).map((id) => redirects.get(id) ?? id))];
    kept.set(key, found);
    return found;
  };
};
