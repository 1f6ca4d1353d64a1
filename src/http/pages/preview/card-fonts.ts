import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));

type Weight = 400 | 700;
const WEIGHTS: readonly Weight[] = [400, 700];

/** Latin letters first; a letter that the first file lacks is taken from the next. */
const FILES = [
  ['Licet Latin', 'latin'],
  ['Licet Han', 'chinese-simplified'],
] as const;

type CardFont = Readonly<{ name: string; data: Buffer; weight: Weight; style: 'normal' }>;

const readFont = async (name: string, file: string, weight: Weight): Promise<CardFont> => ({
  name,
  weight,
  style: 'normal',
  data: await readFile(join(folder, 'files', `noto-sans-sc-${file}-${weight}-normal.woff`)),
});

/** The letters of the pictures, from the font that the pages use: whole files with the common Han letters, as woff. */
export const readCardFonts = (): Promise<CardFont[]> =>
  Promise.all(FILES.flatMap(([name, file]) => WEIGHTS.map((weight) => readFont(name, file, weight))));

type Piece = Readonly<{ file: string; ranges: readonly (readonly [from: number, to: number])[] }>;

const readRange = (range: string): readonly [from: number, to: number] => {
  const [from = '', to = from] = range.trim().slice(2).split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
};

/** Pieces of the font and the letters they hold, as the rules of its package say (`U+57b1, U+57d4-57d6`). */
const readPieces = async (): Promise<readonly Piece[]> => {
  const css = await readFile(join(folder, '400.css'), 'utf8');
  return css.split('}').flatMap((rule) => {
    const file = /files\/noto-sans-sc-(\d{1,4})-400-normal\.woff2/.exec(rule)?.[1];
    const [, ranges] = rule.split('unicode-range:');
    if (file === undefined || ranges === undefined) return [];
    return { file, ranges: ranges.replace(';', '').split(',').map(readRange) };
  });
};

const holds = ({ ranges }: Piece, letter: string): boolean => {
  const point = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => point >= from && point <= to);
};

let pieces: ReturnType<typeof readPieces> | undefined;

/** Fonts with the rarer letters of a text (垱, 沔 in the names of counties), as far as the package has them. */
export const readRareFonts = async (text: string): Promise<CardFont[]> => {
  pieces ??= readPieces();
  const needed = (await pieces).filter((piece) => [...text].some((letter) => holds(piece, letter)));
  return Promise.all(
    needed.flatMap(({ file }) => WEIGHTS.map((weight) => readFont(`Licet ${file}`, file, weight))),
  );
};
