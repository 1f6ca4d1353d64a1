import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { ShapeError } from '../../../schema/source.ts';
import { OverLimit } from './over-limit.ts';

export type ZipEntry = Readonly<{ name: string; bytes: Uint8Array }>;

/** Limits on what an archive unpacks to. Bytes are counted while they unpack, whatever the archive states. */
type ZipLimits = Readonly<{ bytes: number; entries: number }>;
export const ZIP_LIMITS: ZipLimits = { bytes: 200 * 1_048_576, entries: 2_000 };

/** Old archives write names in GBK without saying so. */
const nameOf = (name: string): string => {
  const codes = [...name].map((char) => char.codePointAt(0) ?? 0);
  if (codes.some((code) => code > 0xff) || codes.every((code) => code < 0x80)) return name;
  const bytes = Uint8Array.from(codes);
  return new TextDecoder('gb18030').decode(bytes);
};

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

const SLICE = 16_384;

const pushed = (unzip: Unzip, slice: Uint8Array, last: boolean): ShapeError | null => {
  try {
    unzip.push(slice, last);
    return null;
  } catch (cause) {
    return new ShapeError('the archive is damaged', { cause: String(cause) });
  }
};

/**
 * The files of an archive, unpacked within limits. Throws `ShapeError` for what is no ZIP, is cut short or damaged, or
 * unfolds to more than the limits (a bomb). `keep` chooses entries by name; the others are skipped unread.
 */
export const readZip = (
  body: Uint8Array,
  keep: (name: string) => boolean = () => true,
  limits: ZipLimits = ZIP_LIMITS,
): readonly ZipEntry[] => {
  if (body[0] !== 0x50 || body[1] !== 0x4b) throw new ShapeError('the page is no ZIP archive');
  const entries: { name: string; chunks: Uint8Array[]; whole: boolean }[] = [];
  let [unfolded, seen] = [0, 0];
  // A throw inside the library's callbacks would be taken for damage, so the first trouble is noted and thrown between slices.
  let trouble: ShapeError | null = null;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > limits.entries) trouble ??= new OverLimit(`the archive has more than ${limits.entries} files`);
    if (file.name.endsWith('/') || trouble !== null || !keep(nameOf(file.name))) return;
    const entry = { name: nameOf(file.name), chunks: [] as Uint8Array[], whole: false };
    entries.push(entry);
    file.ondata = (error, chunk, final) => {
      if (trouble !== null) return;
      if (error !== null) trouble = new ShapeError('the archive is damaged', { cause: String(error) });
      unfolded += chunk?.length ?? 0;
      if (unfolded > limits.bytes)
        trouble ??= new OverLimit(`the archive unfolds to more than ${limits.bytes} bytes`);
      if (trouble !== null) return;
      entry.chunks.push(chunk);
      entry.whole = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < body.length && trouble === null; at += SLICE) {
    trouble = pushed(unzip, body.subarray(at, at + SLICE), at + SLICE >= body.length) ?? trouble;
  }
  if (trouble !== null) throw trouble;
  if (entries.some((entry) => !entry.whole)) throw new ShapeError('the archive breaks off');
  return entries.map(({ name, chunks }) => ({ name, bytes: joined(chunks) }));
};

/** The same files as an archive without compression; of two with one name the last one stays. */
export const storeZip = (entries: readonly ZipEntry[]): Uint8Array =>
  zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { level: 0 });
