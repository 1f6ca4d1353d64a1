import { LRUCache } from 'lru-cache';
import type { Card } from './card.ts';

/** Memory for finished pictures; one has 15 to 40 kB. */
const KEPT_BYTES = 16_000_000;

/** Pictures that may wait for their turn: what comes then is refused, since nobody waits two seconds for a preview. */
const MOST_WAITING = 24;

export type KeptCards<Picture = Card> = Readonly<{
  /** The finished picture of this card, if it is held. */
  held(card: Picture): Buffer | undefined;
  /** Draws the card, one at a time, or gives null when too many wait already. */
  draw(card: Picture): Promise<Buffer | null>;
}>;

const keyOf = (card: unknown): string => JSON.stringify(card);

/** Keeps finished pictures by what they say, so that a new answer is a new picture; each is drawn once, however many ask at once. */
export const createKeptCards = <Picture = Card>(
  draw: (card: Picture) => Promise<Buffer>,
  { bytes = KEPT_BYTES, waiting = MOST_WAITING } = {},
): KeptCards<Picture> => {
  const kept = new LRUCache<string, Buffer>({
    maxSize: bytes,
    sizeCalculation: (png, key) => png.length + 2 * key.length,
  });
  const underWay = new Map<string, Promise<Buffer>>();
  let last: Promise<unknown> = Promise.resolve();
  const start = (key: string, card: Picture): Promise<Buffer> => {
    const png = last.then(() => draw(card));
    last = png.catch(() => {});
    underWay.set(key, png);
    const done = png.then((finished) => {
      kept.set(key, finished);
      return finished;
    });
    return done.finally(() => underWay.delete(key));
  };
  return {
    held: (card) => kept.get(keyOf(card)),
    draw: async (card) => {
      const key = keyOf(card);
      const known = kept.get(key) ?? underWay.get(key);
      if (known !== undefined) return known;
      return underWay.size >= waiting ? null : start(key, card);
    },
  };
};
