import { LRUCache } from 'lru-cache';
import type { Dossier } from '../../../../schema/institution.ts';
import { grownCache } from '../../../text/grown-cache.ts';

const NEWEST = 16;
/** Most that is kept, in characters of JSON; read, it takes some four times as much. */
const KEPT = 4 * 1_048_576;
/** Ids remembered as asked for once. */
const SEEN = 4_096;

/**
 * Dossiers kept read (one has some 1,100 characters, that of a well-known hospital ten thousand): an answer asks for the same one several times, which the
 * newest few serve; those that are asked for again and again are kept from the second time on. So a list that goes through the whole registry keeps
 * nothing: what is kept for a while and then dropped stays in memory longest. They live as long as their generation.
 */
export const dossierCache = () => {
  const newest = new LRUCache<string, Dossier>({ max: NEWEST });
  const kept = new LRUCache<string, Dossier>({ maxSize: KEPT });
  const seen = grownCache<true>(SEEN);
  return {
    get: (id: string): Dossier | undefined => newest.get(id) ?? kept.get(id),
    /** `size`: the characters of its JSON. */
    set: (id: string, dossier: Dossier, size: number): void => {
      if (seen.has(id)) kept.set(id, dossier, { size });
      else {
        newest.set(id, dossier);
        seen.set(id, true);
      }
    },
  };
};
