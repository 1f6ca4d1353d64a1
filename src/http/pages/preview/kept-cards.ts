import { LRUCache } from 'lru-cache';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';

/** Memory for finished pictures; one has 15 to 40 kB. */
const KEPT_BYTES = 16_000_000;

/** Pictures that may wait for their turn: what comes then is refused, since nobody waits two seconds for a preview. */
const MOST_WAITING = 24;

export type KeptCards = Readonly<{
  /** The finished picture of this card, if it is held. */
  held(card: Card): Buffer | undefined;
  /** Draws the card, one at a time, or gives null when too many wait already. */
  draw(card: Card): Promise<Buffer | null>;
}>;

const keyOf = (card: Card): string => JSON.stringify(card);

/** Keeps finished pictures by what they say, so that a new answer is a new picture; each is drawn once, however many ask at once. */
export const createKeptCards = (
  draw: (card: Card) => Promise<Buffer> = drawCard,
  { bytes = KEPT_BYTES, waiting = MOST_WAITING } = {},
): KeptCards => {
  const kept = new LRUCache<string, Buffer>({
    maxSize: bytes,
    sizeCalculation: (png, key) => png.length + 2 * key.length,
  });
  const underWay = new Map<string, Promise<Buffer>>();
  let last: Promise<unknown> = Promise.resolve();
  const start = (key: string, card: Card): Promise<Buffer> => {
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
