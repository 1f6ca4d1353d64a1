/**
 * Text for a picture that is drawn without fonts: cleaned, escaped, measured by a table, shortened to fit.
 */

/** Characters that can hide, reorder or pile up: controls, format characters (zero width, bidi), private use, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]+/gu;
/** More than two marks on one letter is a tower over the neighbouring lines, in no language a name. */
const TOWERS = /(\p{M}{2})\p{M}+/gu;

/** Printable ASCII and common Han letters with single spaces: most names, which need no cleaning. */
const PLAIN = /^(?! )(?:[!-~\u4e00-\u9fff]| (?! |$))*$/;

/** A name as it may be shown: nothing invisible in it, single spaces. Never longer than `max` code points. */
export const cleanText = (text: string, max = 120): string => {
  if (text.length <= max && PLAIN.test(text)) return text;
  const clean = text.normalize('NFC').replace(UNSEEN, ' ').replace(TOWERS, '$1').replace(/\s+/g, ' ').trim();
  const points = [...clean];
  return points.length <= max ? clean : `${points.slice(0, max - 1).join('')}…`;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text inert inside XML or HTML, in elements and in quoted attributes. */
export const escapeXml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '') : text;

/** Width of one character in em: deliberately on the wide side (Verdana), so that real fonts fit. */
const readEm = (sign: string): number => {
  if (/[\p{M}]/u.test(sign)) return 0;
  if (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(sign) || sign.length > 1)
    return 1.02;
  if (/[iljtfrI.,:;'!|()[\]\-/ ·]/.test(sign)) return 0.44;
  if (/[mwMW@%—…]/.test(sign)) return 0.98;
  if (/[A-Z]/.test(sign)) return 0.74;
  if (/[\u0400-\u04ff]/.test(sign)) return 0.72;
  if (/[\u0600-\u06ff]/.test(sign)) return 0.6;
  return 0.65;
};

/** Widths seen so far; bounded, since names bring any letters. */
const ems = new Map<string, number>();
const MOST_EMS = 20_000;

const emOf = (sign: string): number => {
  const known = ems.get(sign);
  if (known !== undefined) return known;
  if (ems.size >= MOST_EMS) ems.clear();
  const em = readEm(sign);
  ems.set(sign, em);
  return em;
};

/** Estimated width in px of `text` at `px` font size; bold letters are a tenth wider. */
const textWidth = (text: string, px: number, bold = false): number => {
  let em = 0;
  for (const sign of text) em += emOf(sign);
  return em * px * (bold ? 1.1 : 1);
};

/** Shortens in the middle, since both ends of a hospital's name tell it apart (中山大学…第一医院). */
export const shorten = (text: string, px: number, max: number, bold = false): string => {
  if (textWidth(text, px, bold) <= max) return text;
  const points = [...text];
  const widths = points.map((sign) => textWidth(sign, px, bold));
  let left = widths.reduce((sum, width) => sum + width, 0) + textWidth('…', px, bold);
  let [head, tail] = [Math.ceil(points.length / 2), Math.ceil(points.length / 2)];
  while (left > max && head > 0 && tail < points.length) {
    const fromHead = head > points.length - tail;
    if (fromHead) head -= 1;
    left -= widths[fromHead ? head : tail] ?? 0;
    if (!fromHead) tail += 1;
  }
  return `${points.slice(0, head).join('').trimEnd()}…${points.slice(tail).join('').trimStart()}`;
};

/** Smallest share of its size to which a line is shrunk before it is cut. */
const SHRINK = 0.8;

type Fitted = Readonly<{ text: string; px: number; width: number }>;

const at = (text: string, px: number, bold: boolean): Fitted => ({
  text,
  px: Math.floor(px * 10) / 10,
  width: textWidth(text, px, bold),
});

/**
 * Fits one line into `max` px: the first of the wordings that stands at a size not much smaller; if none does,
 * the last wording is cut by `cut`.
 */
export const fitText = (
  wordings: readonly string[],
  px: number,
  max: number,
  bold = false,
  cut: typeof shorten = shorten,
): Fitted => {
  for (const text of wordings) {
    const width = textWidth(text, px, bold);
    if (width <= max) return at(text, px, bold);
    if (width * SHRINK <= max) return at(text, (px * max) / width, bold);
  }
  return at(cut(wordings.at(-1) ?? '', px * SHRINK, max, bold), px * SHRINK, bold);
};

/** Words that must be whole: made as small as needed, never cut. */
export const keepWhole: typeof shorten = (text) => text;

/** A domain is cut at its start: its end says whose it is (…agency.example). */
export const shortenDomain: typeof shorten = (text, px, max, bold = false) => {
  let rest = text;
  while (rest.length > 1 && textWidth(`…${rest}`, px, bold) > max) rest = rest.slice(1);
  return rest === text ? text : `…${rest}`;
};
