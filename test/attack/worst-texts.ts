/** Bytes of an attack. */
export const LONG = 100_000;

/** The piece over and over: `length` characters of Latin, a third of them of Chinese, which takes three bytes each. */
const filled = (piece: string, length: number): string => {
  const pieces = Math.max(1, Math.floor(length / Buffer.byteLength(piece)));
  return piece.repeat(pieces);
};

/** What slows expressions down that read words, brackets, dates or numbers out of a cell. */
const CELLS = [
  ' ',
  'a',
  'a ',
  '1',
  '1 ',
  '（',
  '医院（',
  '编造大学附属',
  '第零',
  '、',
  '2026年1月',
  'jan',
  '-/',
  '武警街',
  'hospital of ',
];

/** What slows down readers of whole pages: tags that never close, deep nesting, entities, quotes, separators. */
const PAGES = [
  '<',
  '<img ',
  '<input value=',
  '<meta name=licet ',
  '<a href="',
  '<!--',
  '<table><tr><td>',
  '<div>',
  '</p>',
  '<td colspan=500>',
  '&#x4e00',
  'document.cookie=a;',
  'location ',
  '[',
  '{"a":',
  ',"',
  '""',
  ',',
  '\n',
  '\t',
  '\0',
  '%',
  '\\u',
];

/** The quarter of a text with which an attack is tried first (`cpu-time.ts`): pieces over and over, and the sign at its end. */
export const quarterOf = (text: string): string => `${text.slice(0, Math.ceil(text.length / 4))}!`;

type Texts = readonly (readonly [piece: string, text: string])[];

/** Each piece over and over, with the sign at its end that makes an expression take back all it has read. */
export const worstOf = (pieces: readonly string[], length = LONG): Texts =>
  pieces.map((piece) => [JSON.stringify(piece), `${filled(piece, length - 1)}!`]);

/** Texts of `length` bytes for one cell, one field or one sentence; each by the piece it repeats. */
export const worstCells = (length = LONG): Texts => worstOf(CELLS, length);

/** Texts of `length` bytes for a whole page or body; cells are among them. */
export const worstPages = (length = LONG): Texts => worstOf([...PAGES, ...CELLS], length);

/** What is refused for its length alone is tried with a few. */
export const tooLong = (length = LONG): Texts =>
  worstOf(['<', 'a', '1 ', '%', ',', ' ', '医院（', '\0'], length);
