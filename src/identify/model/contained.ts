import type { NameParts } from '../../names/parse/parts.ts';

/** The fewest characters that say something when another name holds them. */
const FEWEST = 3;

/** Where a name begins that another name's characters run through in order; -1 where they do not. */
const runsThrough = (short: string, long: string): number => {
  const begins = long.indexOf(short.charAt(0));
  let at = begins;
  for (const char of short.slice(1)) {
    at = at < 0 ? at : long.indexOf(char, at + 1);
    if (at < 0) return -1;
  }
  return begins;
};

/** Fewest characters of a block, and of a name that has two of them. */
const BLOCK = 2;

/** Where two blocks of a name stand in the other order or apart in another: 博鳌树兰 in 树兰（博鳌）医院, 浦西和睦家 in 和睦家浦西. */
const hasItsBlocks = (short: string, long: string): boolean => {
  const end = short.replace(/医院$/u, '');
  for (let cut = BLOCK; cut <= end.length - BLOCK; cut += 1)
    if (long.includes(end.slice(0, cut)) && long.includes(end.slice(cut))) return true;
  return false;
};

/**
 * How a Chinese name on record holds every character that was asked, in their order: as one piece (上海浦滨 in 上海浦滨儿童医院) or with
 * others between them, as names are shortened (浙大妇院, 浙江大学医学院附属妇产科医院); from its beginning, from where its own name begins behind the
 * body that it belongs to, or from within. Or how it holds two blocks of it in another order. Null where it does not, or where the names are equal.
 */
export const containedAs = (asked: NameParts, known: NameParts): string | null => {
  const { text } = asked;
  if (text.length < FEWEST || text.length >= known.text.length) return null;
  const whole = known.text.indexOf(text);
  const begins = whole >= 0 ? whole : runsThrough(text, known.text);
  if (begins < 0) return hasItsBlocks(text, known.text.slice(known.parentText.length)) ? 'blocks' : null;
  const own = begins > 0 && begins === known.text.length - known.rest.length;
  return `${whole >= 0 ? 'piece' : 'shortened'}:${begins === 0 ? 'beginning' : own ? 'own-name' : 'inner'}`;
};
