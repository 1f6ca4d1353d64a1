import { denyingWords } from '../../../schema/lexicon/other-languages.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan } from '../../text/han.ts';
import { isNotThis } from '../famous/against.ts';
import { meantBy } from '../results.ts';

/** A word of denial at the beginning of a name, and what it denies; null for any other name. */
const deniedIn = (name: string): Readonly<{ words: string; own: string }> | null => {
  const text = name.trim();
  const folded = text.toLowerCase();
  const han = hasHan(text);
  const word = (han ? denyingWords.zh : denyingWords.en).find((one) =>
    folded.startsWith(han ? one : `${one} `),
  );
  return word === undefined
    ? null
    : { words: text.slice(0, word.length), own: text.slice(word.length).trim() };
};

/** "Fake Huashan Hospital", 不是华山医院: what says of itself that it is not the hospital whose name follows. Null for any other name. */
export const denied = async (
  name: string,
  find: (own: string) => Promise<Identification>,
  reader: Reader,
): Promise<Identification | null> => {
  const said = deniedIn(name);
  const found = said === null ? null : await find(said.own);
  if (said === null || found === null) return null;
  // 冒牌协和医院: whichever of several it borrows from.
  const candidates = found.id !== null || found.match === 'ambiguous' ? meantBy(found) : [];
  const [first] = candidates;
  if (first === undefined) return null;
  return isNotThis(name, { id: first.id, candidates }, reason('name.denied', { words: said.words }), reader);
};
