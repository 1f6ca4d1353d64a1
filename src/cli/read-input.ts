import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decodeSent } from '../readers/formats/plain-text.ts';
import { JsonFault, parseStrictJson } from '../text/strict-json.ts';
import { UsageError } from './usage-error.ts';
import { printable } from './width.ts';

/** Which file it is, as the command line names it: `<file>`, `--keys` … and the most bytes it may have. */
type Input = Readonly<{ option: string; file: string; expected: string; most?: number }>;

const MB = 1_048_576;
/** What a file holds at most where nothing else is said. */
const MOST = 100 * MB;

const sizeOf = async (file: string): Promise<number> => (file === '-' ? 0 : (await stat(file)).size);

/** The bytes of a file, or of standard input for `-`. Throws UsageError with one line that says what would be right. */
export const readInput = async ({ option, file, expected, most = MOST }: Input): Promise<Uint8Array> => {
  const name = `${option} ${printable(file)}`;
  try {
    const large = (await sizeOf(file)) > most;
    const bytes = large ? null : file === '-' ? await buffer(process.stdin) : await readFile(file);
    if (bytes === null || bytes.length > most)
      throw new UsageError(`${name} is larger than ${Math.floor(most / MB)} MB; expected ${expected}`);
    return new Uint8Array(bytes);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new UsageError(`${name} cannot be read (${code}); expected ${expected}, or - for standard input`);
  }
};

/** The text of a file: UTF-8, UTF-16 with its mark, or what is plainly Chinese in GB18030; else UsageError. */
export const readInputText = async (input: Input): Promise<string> => {
  const read = decodeSent(await readInput(input));
  if (read !== null) return read.text;
  throw new UsageError(
    `${input.option} ${printable(input.file)} is neither UTF-8 nor Chinese text in GB18030; save it as UTF-8`,
  );
};

/** The JSON of a file, with one meaning only (no key twice); else UsageError. */
export const readInputJson = async (input: Input): Promise<unknown> => {
  try {
    return parseStrictJson(await readInputText(input));
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    throw new UsageError(
      `${input.option} ${printable(input.file)} ${cause.message}; expected ${input.expected}`,
    );
  }
};
