import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

export type Paint = Parameters<typeof styleText>[0];

/** Where a command writes: answers to `out`, everything about the work to `err`. */
export type Terminal = Readonly<{
  out: (text: string) => void;
  err: (text: string) => void;
  /** Columns answers are broken at. */
  columns: number;
  /** True when a person watches stdout. */
  watched: boolean;
  /** Where progress is shown. */
  watch: NodeJS.WriteStream;
  /** Colours, unless stdout is no terminal or NO_COLOR is set. */
  paint: (style: Paint, text: string) => string;
}>;

const NARROWEST = 48;
/** Longer lines than this are hard to read whatever the window. */
const WIDEST = 110;

/** A reader that has seen enough (`| head`) closes the pipe: what it did not want is not written, and nothing went wrong. */
const mayBeLeft = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

/** The terminal of this process. */
export const terminalOf = (stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal => {
  for (const stream of [stdout, stderr]) mayBeLeft(stream);
  return terminalOn(stdout, stderr);
};

const terminalOn = (stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal => ({
  out: (text) => {
    stdout.write(text);
  },
  err: (text) => {
    stderr.write(text);
  },
  columns: Math.min(WIDEST, Math.max(NARROWEST, (stdout as Partial<WriteStream>).columns ?? 100)),
  watched: stdout.isTTY === true,
  watch: stderr,
  paint: (style, text) => styleText(style, text, { stream: stdout, validateStream: true }),
});
