import { Unzip, UnzipInflate } from 'fflate';
import { ShapeError } from '../../schema/source.ts';

export type ZipEntry = Readonly<{ name: string; bytes: Uint8Array }>;

/** Bytes are counted while they unfold, whatever the archive says of itself. */
export type ZipLimits = Readonly<{ bytes: number; entries: number }>;
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

const SLICE = 65_536;

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
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > limits.entries) throw new ShapeError(`the archive has more than ${limits.entries} files`);
    if (file.name.endsWith('/') || !keep(nameOf(file.name))) return;
    const entry = { name: nameOf(file.name), chunks: [] as Uint8Array[], whole: false };
    entries.push(entry);
    file.ondata = (error, chunk, final) => {
      if (error !== null) throw new ShapeError('the archive is damaged', { cause: String(error) });
      unfolded += chunk.length;
      if (unfolded > limits.bytes)
        throw new ShapeError(`the archive unfolds to more than ${limits.bytes} bytes`);
      entry.chunks.push(chunk);
      entry.whole = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < body.length; at += SLICE)
      unzip.push(body.subarray(at, at + SLICE), at + SLICE >= body.length);
  } catch (cause) {
    if (cause instanceof ShapeError) throw cause;
    throw new ShapeError('the archive is damaged', { cause: String(cause) });
  }
  if (entries.some((entry) => !entry.whole)) throw new ShapeError('the archive breaks off');
  return entries.map(({ name, chunks }) => ({ name, bytes: joined(chunks) }));
};
