import type { TextShape } from '../../readers/formats/sent-text.ts';
import type { List } from '../list.ts';

/** As spreadsheets and RFC 4180 have it, where the list came in no text. */
const USUAL: TextShape = { delimiter: ',', sep: false, lineEnd: '\r\n', utf16: false };

/**
 * The charset of a list that is written as text. UTF-8 with its mark, which spreadsheets need to read Chinese; of a list that came in GBK as well, since
 * answers hold signs that GBK lacks. UTF-16LE with its mark where the list came in UTF-16, and where a `sep=` line stands first: Excel then takes no notice of
 * the mark of UTF-8.
 */
export const charsetOf = ({ text }: Pick<List, 'text'>): 'utf-8' | 'utf-16le' =>
  text?.utf16 === true || text?.sep === true ? 'utf-16le' : 'utf-8';

/** How lines of a list are written as text: with the separator and the line ends with which it came; and the bytes of a text. */
export const textWriting = (list: Pick<List, 'text'>) => {
  const { delimiter, sep, lineEnd } = list.text ?? USUAL;
  const charset = charsetOf(list);
  const isRisky = (cell: string): boolean => /[",\r\n;\t|]/.test(cell) || cell.includes(delimiter);
  const quoted = (cell: string): string => (isRisky(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return {
    /** The mark, and the `sep=` line where there was one. */
    head: `\uFEFF${sep ? `sep=${delimiter}${lineEnd}` : ''}`,
    line: (cells: readonly string[]): string => `${cells.map(quoted).join(delimiter)}${lineEnd}`,
    bytes: (text: string): Uint8Array => Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'utf16le'),
  };
};
