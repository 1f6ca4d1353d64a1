import type { Paint, Terminal } from '../terminal.ts';
import { printable, wrapTo } from '../width.ts';

/** A paragraph, every line of it indented. */
export const indented = (
  text: string,
  indent: number,
  terminal: Terminal,
  style: Paint | null = null,
): string[] =>
  wrapTo(printable(text), terminal.columns - indent).map(
    (line) => ' '.repeat(indent) + (style === null ? line : terminal.paint(style, line)),
  );

/** A point of a list, its further lines under its words. */
export const point = (text: string, terminal: Terminal): string[] =>
  indented(text, 4, terminal).map((line, at) => (at === 0 ? `  · ${line.trimStart()}` : line));

/** A heading over a block; nothing when the block is empty. */
export const section = (title: string, lines: readonly string[], terminal: Terminal): string[] =>
  lines.length === 0 ? [] : ['', terminal.paint('bold', title), ...lines];
