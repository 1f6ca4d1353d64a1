import type { Verdict } from '../../schema/verdict.ts';

/** UTF-8 bytes as a text of one byte a character ('latin1'): such a text is sent in one piece with the head before it. */
export type OneByteText = string;

const oneByte = (value: unknown): OneByteText => Buffer.from(JSON.stringify(value)).toString('latin1');

const texts = new WeakMap<Verdict['searched'], OneByteText>();

/** The lists that were looked at are half of an answer, and one array for all answers of a day and place (verdict/lists.ts). */
const searchedText = (searched: Verdict['searched']): OneByteText => {
  const known = texts.get(searched);
  if (known !== undefined) return known;
  const text = oneByte(searched);
  texts.set(searched, text);
  return text;
};

/** No text of a question can read like this in JSON, where a quotation mark inside a text is escaped. */
const PLACE = '"searched":0';

/** A verdict as JSON, byte for byte what `JSON.stringify` gives, with the part that many answers share written once. */
export const verdictText = (verdict: Verdict): OneByteText => {
  const own = oneByte({ ...verdict, searched: 0 });
  const at = own.indexOf(PLACE);
  return `${own.slice(0, at)}"searched":${searchedText(verdict.searched)}${own.slice(at + PLACE.length)}`;
};
