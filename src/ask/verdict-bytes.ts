import type { Verdict } from '../../schema/verdict.ts';
import { type ByteText, byteText, byteTextAround } from '../text/byte-text.ts';

/** The lists that were looked at are the same for thousands of answers of a generation, day and language: written once. */
const written = new WeakMap<Verdict['searched'], ByteText>();

const bytesOf = (searched: Verdict['searched']): ByteText => {
  const known = written.get(searched);
  if (known !== undefined) return known;
  const bytes = byteText(JSON.stringify(searched));
  written.set(searched, bytes);
  return bytes;
};

/** Where the lists belong: within a text of JSON these quotes stand around a member alone, since those of a value are escaped. */
const HERE = '"searched":0,"checkYourself":';
const NAME = '"searched":'.length;

/** A verdict as JSON in UTF-8: the bytes of `JSON.stringify`, for less, since a third of them is the lists that were looked at. */
export const verdictBytes = (verdict: Verdict): ByteText => {
  const text = JSON.stringify({ ...verdict, searched: 0 });
  const at = text.lastIndexOf(HERE);
  if (at < 0) return byteText(JSON.stringify(verdict));
  const from = at + NAME;
  return byteTextAround(text.slice(0, from), bytesOf(verdict.searched), text.slice(from + 1));
};
