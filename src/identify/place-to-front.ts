import { placeNamed } from '../places/place-names.ts';
import { hasHan } from '../text/han.ts';

/** A name, and a word apart from it at its end: 华西医院 成都; 协和医院，武汉. */
const TAIL = /^(?<rest>.+?)[\s,，、;；]+(?<tail>[^\s,，、;；()（）]{2,})$/u;
/** A word in brackets at the end: 瑞金医院（上海）. */
const BRACKET = /^(?<rest>.+?)\s*[(（](?<tail>[^()（）]{2,})[)）]$/u;
/** 北京的协和医院. */
const POSSESSIVE = /^(?<tail>[^的]{2,})的(?<rest>.+)$/u;

/** A bracket with a district names a part of the hospital (浙大二院（滨江）); one with a city or a province says where it stands. */
const CITY = 2;

const placed = (name: string, pattern: RegExp, deepest: number): string | null => {
  const { rest = '', tail = '' } = pattern.exec(name)?.groups ?? {};
  const place = placeNamed(tail);
  return place === null || place.level > deepest ? null : `${tail}${rest}`;
};

/**
 * A Chinese name whose place is written apart from it, put in the order in which names are registered: 华西医院 成都 → 成都华西医院.
 * Null where no such word is a place of China by its whole name.
 */
export const placeToFront = (name: string): string | null => {
  const text = name.trim();
  if (!hasHan(text)) return null;
  return placed(text, TAIL, 3) ?? placed(text, BRACKET, CITY) ?? placed(text, POSSESSIVE, 3);
};
