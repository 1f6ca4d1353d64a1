/** Characters that take two columns of a terminal: Han, kana, hangul, full-width forms, emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const invisible = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the sequences a terminal obeys
const painted = /\u001b\[[0-9;]*m/g;

/**
 * What a page or a person wrote, safe to print: control characters and direction marks, which a terminal would obey,
 * are taken out; line breaks become spaces.
 */
export const printable = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();

const columnsOf = (character: string): number =>
  invisible.test(character) ? 0 : wide.test(character) ? 2 : 1;

/** Columns a text takes on a terminal; colour sequences take none. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const character of text.replace(painted, '')) width += columnsOf(character);
  return width;
};

/** Fills up with spaces to `width` columns; longer texts stay as they are. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Latin words stay whole; a wide character may end a line. */
const pieces = (text: string): string[] =>
  text.match(
    /\s+|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/gu,
  ) ?? [];

/** Chinese punctuation never begins a line. */
const closing = /^[，。；：！？、）》」』】]$/u;

/** Breaks a text into lines of at most `width` columns; a longer single word (an address) keeps a line of its own. */
export const wrapTo = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const fits = displayWidth(line) + displayWidth(piece) <= width;
    if (fits || line === '' || closing.test(piece)) {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
};
