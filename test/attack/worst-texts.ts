/** Characters of an attack: about 100 kB where they are Latin. */
export const LONG = 100_000;

const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

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

/** The attack, with the sign at its end that makes an expression take back all it has read. */
const withEnd = (piece: string, length: number): string => `${filled(piece, length - 1)}!`;

/** Texts of `length` characters for one cell, one field or one sentence; each by the piece it repeats. */
export const worstCells = (length = LONG): readonly (readonly [piece: string, text: string])[] =>
  CELLS.map((piece) => [JSON.stringify(piece), withEnd(piece, length)]);

/** Texts of `length` characters for a whole page or body; cells are among them. */
export const worstPages = (length = LONG): readonly (readonly [piece: string, text: string])[] =>
  [...PAGES, ...CELLS].map((piece) => [JSON.stringify(piece), withEnd(piece, length)]);
