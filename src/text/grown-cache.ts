import { LRUCache } from 'lru-cache';

/**
 * Keeps the `most` entries asked for last. It takes memory as it fills: a cache that is told its number of entries lays out room for all of
 * them at once, 15 ms and some megabytes for a hundred thousand, in every service and thread that opens one and may never fill it.
 */
export const grownCache = <V extends object | string | number | true>(most: number): LRUCache<string, V> =>
  new LRUCache<string, V>({ maxSize: most, sizeCalculation: () => 1 });
