import { createReadStream } from 'node:fs';

/**
 * The lines of a file of rows, one after another; none where there is no file. Rows end with a line feed and nothing else: JSON may
 * hold other ends of lines (U+2028) as they are.
 */
export async function* rowLines(file: string | undefined): AsyncIterable<string> {
  if (file === undefined) return;
  let rest = '';
  for await (const part of createReadStream(file, { encoding: 'utf8', highWaterMark: 1_048_576 })) {
    const lines = `${rest}${part}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
