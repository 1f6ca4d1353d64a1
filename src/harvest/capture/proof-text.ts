import { ShapeError } from '../../../schema/source.ts';
import { decodePage } from '../../readers/formats/charset.ts';
import { htmlContent } from '../../readers/formats/html-table.ts';
import { htmlFieldValues } from '../../readers/formats/html-walk.ts';
import { type Line, pdfLines } from '../../readers/formats/pdf-table.ts';
import { decodeSent } from '../../readers/formats/plain-text.ts';
import { onceEach } from '../../text/remembered.ts';
import { htmlParts, type PageParts, type Pieces, textParts } from './page-parts.ts';
import type { Proof } from './proof.ts';

/** What a saved page says: all its words, a line each, and its parts, off which labels and values are read. */
export type ProofText = Readonly<{ words: string; parts: PageParts }>;

const htmlText = (bytes: Uint8Array): ProofText => {
  const { text } = decodePage(bytes, 'text/html');
  const { tables, text: shown } = htmlContent(text);
  const cells = tables.flatMap(({ rows, before }) => [before, ...rows.flat()]);
  const words = [...shown, ...new Set(cells), ...htmlFieldValues(text)].join('\n');
  return { words, parts: htmlParts(text) };
};

/** Pieces of a line that stand further apart than this, in points, are a label and its value, or cells of a row; a space is narrower. */
const APART = 12;
const SPACE = 2;

const piecesOf = (line: Line): Pieces => {
  const pieces: string[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of line) {
    const gap = piece.left - right;
    if (gap > APART) pieces.push(piece.text);
    else pieces[pieces.length - 1] += `${gap > SPACE ? ' ' : ''}${piece.text}`;
    right = piece.right;
  }
  return pieces;
};

const pdfText = async (bytes: Uint8Array): Promise<ProofText> => {
  const lines = (await pdfLines(bytes)).flat();
  const words = lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
  return { words, parts: textParts(lines.map(piecesOf)) };
};

/** Text as it is copied from a page: cells of a row are divided by tabs. */
const plainText = (bytes: Uint8Array): ProofText => {
  const words = (decodeSent(bytes)?.text ?? '').replaceAll('\r\n', '\n');
  return { words, parts: textParts(words.split('\n').map((line) => line.split('\t'))) };
};

const readText = async ({ bytes, contentType }: Proof): Promise<ProofText | null | ShapeError> => {
  try {
    if (contentType === 'text/html') return htmlText(bytes);
    if (contentType.startsWith('text/plain')) return plainText(bytes);
    return contentType === 'application/pdf' ? await pdfText(bytes) : null;
  } catch (cause) {
    if (cause instanceof ShapeError) return cause;
    throw cause;
  }
};

/** What a saved page says, read once, since one page may prove many rows; null for a picture, a ShapeError (not thrown) for one that cannot be read. */
export const proofText = onceEach(readText);
