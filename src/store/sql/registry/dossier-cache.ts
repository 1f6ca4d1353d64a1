import { LRUCache } from 'lru-cache';
import type { Dossier } from '../../../../schema/institution.ts';
import { seenBefore } from '../../../text/seen-before.ts';

const NEWEST = 16;
/** Most that is kept, in characters of JSON; read, it takes some four times as much. */
const KEPT = 4 * 1_048_576;
/** Ids remembered as asked for once, and at most twice as many. */
const SEEN = 2_048;

/**
 * Dossiers kept read (one has some 1,100 characters, that of a well-known hospital ten thousand): an answer asks for the same one several times, which the
 * newest few serve; those that are asked for again and again are kept from the second time on. So a list that goes through the whole registry keeps
 * nothing: what is kept for a while and then dropped stays in memory longest. They live as long as their generation.
 */
export const dossierCache = () => {
  const newest = new Map<string, Dossier>();
  const kept = new LRUCache<string, Dossier>({ maxSize: KEPT });
  const askedBefore = seenBefore(SEEN);
  return {
    get: (id: string): Dossier | undefined => newest.get(id) ?? kept.get(id),
    /** `size`: the characters of its JSON. */
    set: (id: string, dossier: Dossier, size: number): void => {
      if (askedBefore(id)) return void kept.set(id, dossier, { size });
      newest.set(id, dossier);
      // A map keeps its keys in the order in which they came.
      const [oldest = id] = newest.keys();
      if (newest.size > NEWEST) newest.delete(oldest);
    },
  };
};
