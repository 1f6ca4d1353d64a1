import type { ZipEntry } from './zip.ts';

/** The part of an .xlsx that holds a sheet. */
export const isSheet = ({ name }: ZipEntry): boolean => /(?:^|\/)worksheets\/[^/]+\.xml$/i.test(name);

const between = (xml: string, begin: string, end: string): string => {
  const from = xml.indexOf(begin);
  const to = xml.indexOf(end, from);
  return from === -1 || to === -1 ? '' : xml.slice(from, to + end.length);
};

/** A formula without its result, as programs write it that compute none; one with an empty text for a result says so (`t="str"`). */
const UNCOMPUTED = /<c( [^<>]{0,200})?><f(?: [^<>]{0,200})?>([^<]{0,8192})<\/f>(?:<v\/>|<v><\/v>)?<\/c>/g;

/** The formula stands in its cell, since the row would be taken for one that says nothing. */
const withFormulas = (xml: string): string =>
  xml.replaceAll(UNCOMPUTED, (cell, attributes: string = '', formula: string) =>
    / t="(?!n")/.test(attributes)
      ? cell
      : `<c${attributes.replace(' t="n"', '')} t="str"><v>=${formula}</v></c>`,
  );

/**
 * A sheet's cells and merges without what follows them: links, formats by condition and drawings are nothing of ours, and one link
 * over a whole sheet makes millions of cells. A formula whose result was not kept stands for itself, as `=A2`. A sheet written with a prefix (`x:sheetData`) stays as it is.
 */
export const tableAlone = (entry: ZipEntry): ZipEntry => {
  if (!isSheet(entry)) return entry;
  const xml = new TextDecoder().decode(entry.bytes);
  const end = xml.indexOf('</sheetData>');
  if (end === -1) return entry;
  const merges = between(xml.slice(end), '<mergeCells', '</mergeCells>');
  const bytes = new TextEncoder().encode(
    `${withFormulas(xml.slice(0, end))}</sheetData>${merges}</worksheet>`,
  );
  return { ...entry, bytes };
};

const LESS = 0x3c;

/** How many tags a part of a workbook has: what reading it costs. Looks at every byte once. */
export const tagsIn = ({ name, bytes }: ZipEntry): number => {
  if (!/\.(?:xml|rels)$/i.test(name)) return 0;
  let count = 0;
  for (let at = bytes.indexOf(LESS); at !== -1; at = bytes.indexOf(LESS, at + 1)) count += 1;
  return count;
};

/** A program that writes workbooks keeps 250 formats of numbers of its user's own. */
const MOST_FORMATS = 10_000;
const FORMAT = Buffer.from('formatCode');

/** Whether a part of a workbook tells how to show numbers so often that it was made to keep a reader busy. */
export const hasTooManyFormats = ({ name, bytes }: ZipEntry): boolean => {
  if (!/\.xml$/i.test(name)) return false;
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = part.indexOf(FORMAT); at !== -1 && count <= MOST_FORMATS; at = part.indexOf(FORMAT, at + 1))
    count += 1;
  return count > MOST_FORMATS;
};
