import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type PageParts, textParts } from './page-parts.ts';
import type { Proof } from './proof.ts';

/** What a picture seems to say. A guess: letters are mistaken for one another, so a person holds each value against the picture. */
type PictureText = Readonly<{ words: string; parts: PageParts }>;

/** The most pixels of a picture that is read, and the width it is read at: a few megabytes in the reader whatever the picture says of itself. */
const MOST_PIXELS = 40_000_000;
const WIDTH = 2_000;
/** How long reading may take, in milliseconds; a page takes two to five seconds. */
const LONGEST_MS = 30_000;

/** Trained letters of simplified Chinese with Latin ones; of the two kinds in the package the one that read our made-up page without a fault. */
const letters = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json')),
    '4.0.0_best_int',
  );

/** Chinese has no spaces; the reader puts them between words. */
const SPACED = /(?<=[\p{Script=Han}、，：]) | (?=[\p{Script=Han}、，：])/gu;

/** The picture in grey, no wider than it need be; null for one that cannot be drawn or is too large. */
const plainPicture = async (bytes: Uint8Array): Promise<Buffer | null> => {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize({ width: WIDTH, withoutEnlargement: true })
    .grayscale()
    .png()
    .toBuffer()
    .catch(() => null);
};

const recognise = async (picture: Buffer): Promise<string | null> => {
  const { createWorker } = await import('tesseract.js');
  const reader = await createWorker('chi_sim', 1, { langPath: letters(), cacheMethod: 'none', gzip: true });
  let late: NodeJS.Timeout | undefined;
  const slow = new Promise<null>((resolve) => {
    late = setTimeout(() => resolve(null), LONGEST_MS);
  });
  const text = reader.recognize(picture).then(({ data }) => data.text.replace(SPACED, ''));
  // A reader that is ended in the middle answers no more.
  text.catch(() => undefined);
  return Promise.race([text, slow]).finally(async () => {
    clearTimeout(late);
    await reader.terminate();
  });
};

/**
 * Reads the letters of a picture (PNG, JPEG) on this machine, in a thread of its own that ends with it. Null for what is no picture, for one
 * that cannot be drawn, and where it takes too long.
 */
export const pictureText = async ({ bytes, contentType }: Proof): Promise<PictureText | null> => {
  if (!contentType.startsWith('image/')) return null;
  const picture = await plainPicture(bytes);
  const words = picture === null ? null : await recognise(picture);
  return words === null ? null : { words, parts: textParts(words.split('\n').map((line) => [line])) };
};
