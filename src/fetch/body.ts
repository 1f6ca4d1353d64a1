import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The body, or why there is none. */
type Body = Readonly<{ bytes: Uint8Array } | { tooBig: number } | { unknownEncoding: string }>;

const UNFOLD = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;
const MAX_LAYERS = 2;

const isKnown = (name: string): name is keyof typeof UNFOLD => name in UNFOLD;

/** Bytes on the wire are counted too: a body may be too big before it is unfolded. */
const counted = async function* (stream: AsyncIterable<Uint8Array>, limit: number, full: () => void) {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return full();
    yield chunk;
  }
};

/**
 * Reads a body and unfolds its content codings, never past `limit` bytes: reading stops there, so a bomb of a few
 * kilobytes costs no more memory than an honest page. Rejects when the body breaks off or is damaged.
 */
export const readBody = async (stream: Readable, encoding: string, limit: number): Promise<Body> => {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  const odd = layers.find((name) => !isKnown(name));
  if (odd !== undefined || layers.length > MAX_LAYERS) return { unknownEncoding: encoding };
  let over = false;
  const full = () => {
    over = true;
  };
  const wire = Readable.from(counted(stream, limit, full));
  const unfolded = layers.filter(isKnown).reduce<Readable>((from, name) => {
    const to = UNFOLD[name]();
    from.on('error', (error) => to.destroy(error));
    return from.pipe(to);
  }, wire);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unfolded) {
    size += chunk.length;
    if (size > limit) over = true;
    if (over) break;
    chunks.push(chunk);
  }
  if (over) {
    stream.destroy();
    return { tooBig: limit };
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)) };
};
