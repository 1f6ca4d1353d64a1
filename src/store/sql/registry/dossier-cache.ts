import { LRUCache } from 'lru-cache';
import type { Dossier } from '../../../../schema/institution.ts';

const NEWEST = 16;
const KEPT = 512;
/** Ids remembered as asked for once. */
const SEEN = 4_096;

/**
 * Dossiers kept read (some 20 kB each): an answer asks for the same one several times, which the newest few serve; those of well-known hospitals are
 * asked for again and again, and are kept from the second time on. So a list that goes through the whole registry keeps nothing: what is kept
 * for a while and then dropped stays in memory longest. They live as long as their generation.
 */
export const dossierCache = () => {
  const newest = new LRUCache<string, Dossier>({ max: NEWEST });
  const kept = new LRUCache<string, Dossier>({ max: KEPT });
  const seen = new LRUCache<string, true>({ max: SEEN });
  return {
    get: (id: string): Dossier | undefined => newest.get(id) ?? kept.get(id),
    set: (id: string, dossier: Dossier): void => {
      if (seen.has(id)) kept.set(id, dossier);
      else {
        newest.set(id, dossier);
        seen.set(id, true);
      }
    },
  };
};
