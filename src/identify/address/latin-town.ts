import { type StatedPlaces, statedPlaces } from '../../places/stated-places.ts';
import { hasHan } from '../../text/han.ts';

/** Most words of a town, and most parts of an address, that are read from its end. */
const MOST = { words: 3, parts: 4 };

/** Whether all of it is read as one or more places of China. */
const isRead = ({ places, unread, apart, mistyped }: StatedPlaces): boolean =>
  places.length > 0 && unread === null && apart === null && mistyped === null;

/** The last words of the part with the road, where no sign parts the town from it: Shanghai of "Xincun Road 389 Shanghai". */
const lastWords = (part: string): StatedPlaces | null => {
  const words = part.split(/\s+/u);
  for (let count = Math.min(MOST.words, words.length - 2); count > 0; count -= 1) {
    const read = statedPlaces({ city: words.slice(-count).join(' ') });
    if (isRead(read)) return read;
  }
  return null;
};

/**
 * The places at the end of an address in Latin letters: Wuhan of "1277 Jiefang Avenue, Wuhan 430022, China". Null where its end names none of China, or the
 * address is in Chinese.
 */
export const placesOfLatin = (address: string): StatedPlaces | null => {
  if (hasHan(address)) return null;
  const parts = address.split(/[,;，；]/u).flatMap((part) => part.trim() || []);
  let found: StatedPlaces | null = null;
  for (let count = 1; count <= Math.min(MOST.parts, parts.length); count += 1) {
    const read = statedPlaces({ city: parts.slice(-count).join(', ') });
    if (read.unread !== null || read.apart !== null || read.mistyped !== null) break;
    if (read.places.length > 0) found = read;
  }
  return found ?? lastWords(parts.at(-1) ?? '');
};
