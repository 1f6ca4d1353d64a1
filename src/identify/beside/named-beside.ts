import { namedBesideWords } from '../../../schema/lexicon/other-languages.ts';
import { reason } from '../../../schema/reason.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { hasHan } from '../../text/han.ts';
import { meantBy, noMatch } from '../results.ts';
import type { Doubt } from '../search.ts';

const { enBefore, enBehind, zhBefore, zhBehind } = namedBesideWords;

/** The words that name a hospital beside somebody else, and the hospital's name as it stands there. */
type NamedBeside = Readonly<{ words: string; own: string }>;

const ARTICLE = /^(?:the|of|famous|renowned|world-famous) /iu;
const ENDS = /(?<![\s,;:·•–—-])[\s,;:·•–—-]{1,20}$/u;
const SIGNS = /[\s,，;；:：()（）]/u;
/** 与瑞金医院合作, 由华西医院托管, 瑞金医院的合作医院, 据说和北医三院有合作. */
const JOINED = /^(?:我们|我院|据说|听说)?[与和同跟由经是]|[的有]$/gu;
/** 冒充瑞金医院的医生: up to the first house. */
const TO_HOUSE = /^.{1,24}?医院(?=.)/u;
const BODY = /universit|college|大学|学院/iu;
/** More characters are a text and no name. */
const LONGEST = 120;

const inLatin = (name: string): NamedBeside | null => {
  const line = name
    .replaceAll('-', ' ')
    .replace(/\s{1,20}/gu, ' ')
    .trim();
  const folded = ` ${line.toLowerCase()} `;
  for (const words of enBefore) {
    const at = folded.indexOf(` ${words} `);
    if (at >= 0) return { words, own: line.slice(at + words.length + 1).replace(ARTICLE, '') };
  }
  const behind = enBehind.find((words) => folded.endsWith(` ${words} `));
  return behind === undefined
    ? null
    : { words: behind, own: line.slice(0, -behind.length).replace(ENDS, '') };
};

const inHan = (name: string): NamedBeside | null => {
  for (const piece of name.split(SIGNS).map(canonicalZh)) {
    const before = zhBefore.find((word) => piece.includes(word));
    const rest = before === undefined ? piece : piece.slice(piece.indexOf(before) + before.length);
    const behind = zhBehind.find((word) => rest.indexOf(word) > 0);
    const words = before ?? behind;
    const own = behind === undefined ? rest : rest.slice(0, rest.indexOf(behind));
    if (words !== undefined) return { words, own: own.replace(JOINED, '') };
  }
  return null;
};

/** A name that somebody prints; our translation, and the short form, leave words out. */
const EQUAL = /^name\.(?:legal|second|english|former|alias)\.equal$/;

/**
 * "Affiliated with Ruijin Hospital", "Ruijin Hospital partner clinic", 瑞金医院对面的诊所: a line that names a hospital beside somebody else, of whom nothing is known.
 * Nobody is settled on, and the hospital stands beside. What is on record under the very name, or is somebody else's, is as `found` says.
 */
export const unlessBeside: Doubt = async ({ name, found, find }) => {
  if (name.length > LONGEST || found.why.some(({ code }) => EQUAL.test(code))) return found;
  const said = hasHan(name) ? inHan(name) : inLatin(name);
  if (said === null || said.own === '') return found;
  const whole = await find(said.own);
  const house = TO_HOUSE.exec(said.own)?.[0];
  const own = house === undefined || meantBy(whole).length > 0 ? whole : await find(house);
  // "… affiliated to Tongji University" names a body, whose hospitals are several.
  const meant = own.id === null && BODY.test(said.own) ? [] : meantBy(own);
  const [first] = meant;
  const other = found.id ?? found.candidates[0]?.id ?? first?.id;
  if (first === undefined || !meant.some((one) => one.id === other)) return found;
  return noMatch([reason('name.named-beside', { words: said.words, name: said.own })], meant);
};
