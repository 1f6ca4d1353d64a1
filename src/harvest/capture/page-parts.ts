import { walkHtml } from '../../readers/formats/html-walk.ts';

/** A line of a page in the pieces of which it is made: neighbouring elements, cells, or words that stand apart. Without pieces: a gap. */
export type Pieces = readonly string[];
/** A cell with its lines. */
type Cell = readonly Pieces[];
export type PartTable = readonly (readonly Cell[])[];

/** A page as somebody reads labels and values off it: its lines outside tables, and its tables. */
export type PageParts = Readonly<{ lines: readonly Pieces[]; tables: readonly PartTable[] }>;

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'title', 'select', 'button']);
const INLINE = new Set(['span', 'a', 'b', 'i', 'em', 'strong', 'label', 'font', 'small', 'u', 'code']);

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Text as it comes, broken into lines where elements begin and end, and into pieces where inline ones do. */
class Words {
  private readonly rows: string[][] = [['']];

  write(text: string): void {
    const line = this.rows.at(-1);
    if (line !== undefined) line[line.length - 1] += text;
  }
  divide(): void {
    this.rows.at(-1)?.push('');
  }
  breakLine(): void {
    this.rows.push(['']);
  }
  /** An empty line: what follows does not belong to what stands before. */
  part(): void {
    this.rows.push([], ['']);
  }
  read(): readonly Pieces[] {
    return this.rows.flatMap((line) => {
      const pieces = line.map(tidy).filter((piece) => piece !== '');
      return pieces.length > 0 || line.length === 0 ? [pieces] : [];
    });
  }
}

type Frame = { rows: Words[][]; cell: Words | null };

class PartsReader {
  private readonly page = new Words();
  private readonly open: Frame[] = [];
  private readonly tables: PartTable[] = [];
  private silent = 0;

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT.has(name)) this.silent += 1;
    const frame = this.open.at(-1);
    if (name === 'table') {
      this.target()?.part();
      this.open.push({ rows: [], cell: null });
    } else if (frame !== undefined && name === 'tr') {
      frame.rows.push([]);
      frame.cell = null;
    } else if (frame !== undefined && (name === 'td' || name === 'th')) {
      frame.cell = new Words();
      if (frame.rows.length === 0) frame.rows.push([]);
      frame.rows.at(-1)?.push(frame.cell);
    } else this.divide(name);
    if (name === 'input') this.input(attributes);
  }

  /** What a form shows but takes no more is part of the page; what may still be typed is a question, no answer. */
  private input(attributes: Readonly<Record<string, string>>): void {
    if ('readonly' in attributes || 'disabled' in attributes) this.text(attributes.value ?? '');
    else this.target()?.part();
  }

  end(name: string): void {
    if (SILENT.has(name)) this.silent = Math.max(0, this.silent - 1);
    const frame = this.open.at(-1);
    if (name === 'table' && frame !== undefined) this.close(frame);
    else if (frame !== undefined && (name === 'td' || name === 'th')) frame.cell = null;
    else this.divide(name);
  }

  text(words: string): void {
    if (this.silent === 0) this.target()?.write(words);
  }

  finish(): PageParts {
    for (let frame = this.open.at(-1); frame !== undefined; frame = this.open.at(-1)) this.close(frame);
    return { lines: this.page.read(), tables: this.tables };
  }

  /** Where text goes: the open cell, or the page outside tables; nowhere between the cells of a table. */
  private target(): Words | null {
    const frame = this.open.at(-1);
    return frame === undefined ? this.page : frame.cell;
  }

  private divide(name: string): void {
    if (INLINE.has(name)) this.target()?.divide();
    else this.target()?.breakLine();
  }

  private close(frame: Frame): void {
    this.open.pop();
    this.tables.push(frame.rows.map((row) => row.map((cell) => cell.read())));
  }
}

/** The parts of an HTML page, read in one pass. Throws ShapeError for a page nested beyond what people write. */
export const htmlParts = (html: string): PageParts => {
  const reader = new PartsReader();
  walkHtml(html, {
    open: (name, attributes) => reader.start(name, attributes),
    close: (name) => reader.end(name),
    text: (text) => reader.text(text),
  });
  return reader.finish();
};

/** The parts of text in lines: neighbouring lines of several pieces are the rows of a table, one piece alone is a line. */
export const textParts = (given: readonly Pieces[]): PageParts => {
  const lines: Pieces[] = [];
  const tables: Cell[][][] = [];
  let before = 0;
  for (const line of given) {
    const pieces = line.map(tidy);
    const row = pieces.map((piece) => (piece === '' ? [] : [[piece]]));
    if (pieces.length < 2) lines.push(...(pieces[0] === '' ? [] : [pieces]));
    else if (before < 2) tables.push([row]);
    else tables.at(-1)?.push(row);
    before = pieces.length;
  }
  return { lines, tables };
};
