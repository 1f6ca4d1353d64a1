import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { treatments } from '../../../schema/lexicon/treatments.ts';
import { wordsOf } from '../../verdict/vocabulary/services.ts';
import { servicesOf } from '../../verdict/vocabulary/treatments.ts';
import { takesGzip } from '../plugins/encodings.ts';
import { blankFont } from './blank-font.ts';

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')),
  'files',
);

/** Han letters and their punctuation begin here; everything below is left to the device's own Latin font. */
const FIRST_HAN = 0x2e80;

/** Chinese fonts of the usual devices: where one is there, nothing is loaded. */
const ON_DEVICE = ['PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'];

const hanOnly = (ranges: string): readonly string[] =>
  ranges
    .split(',')
    .map((range) => range.trim())
    .filter((range) => Number.parseInt(range.slice(2), 16) >= FIRST_HAN);

/**
 * Our own face rules from those of the font package: Han letters only, the device's font first, else the one piece of
 * some 30 kB that holds the letter, from our own address.
 */
const faces = (): string =>
  [400, 700]
    .flatMap((weight) => {
      const css = readFileSync(join(fontFolder, '..', `${weight}.css`), 'utf8');
      return [...css.matchAll(/files\/([\w-]+\.woff2)[\s\S]*?unicode-range: ([^;]+);/g)].map(
        ([, file = '', ranges = '']) => ({ weight, file, han: hanOnly(ranges) }),
      );
    })
    .filter(({ han }) => han.length > 0)
    .map(({ weight, file, han }) => {
      const local = ON_DEVICE.map((name) => `local("${name}")`).join(',');
      return `@font-face{font-family:"Licet Han";font-display:swap;font-weight:${weight};src:${local},url(/assets/fonts/${file}) format("woff2");unicode-range:${han.join(',')}}`;
    })
    .join('');

const shield = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c63"/><path d="M10 7v17h13" fill="none" stroke="#fff" stroke-width="4"/></svg>`;

type Asset = Readonly<{ path: string; type: string; body: Buffer; packed: () => Buffer }>;

const asset = (name: string, ending: string, type: string, content: string | Buffer): Asset => {
  const body = Buffer.from(content);
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 12);
  let packed: Buffer | undefined;
  const pack = (): Buffer => {
    packed ??= gzipSync(body);
    return packed;
  };
  return { path: `/assets/${name}-${mark}.${ending}`, type, body, packed: pack };
};

/** Without the indentation, a tenth of its bytes. */
const rules = (file: string): string =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
const style = asset('site', 'css', 'text/css; charset=utf-8', rules('site.css'));
const consoleStyle = asset('console', 'css', 'text/css; charset=utf-8', rules('../console/console.css'));
/** Empty squares in the place of Han letters, for the first seconds (`hold` in site.css). */
const blank = asset('blank', 'ttf', 'font/ttf', blankFont());
const blankFace = `@font-face{font-family:"Licet Blank";font-display:block;font-weight:100 900;src:url(${blank.path}) format("truetype")}`;
const fonts = asset('fonts', 'css', 'text/css; charset=utf-8', blankFace + faces());
const script = (name: string, folder = ''): Asset =>
  asset(
    name,
    'js',
    'text/javascript; charset=utf-8',
    readFileSync(new URL(`${folder}${name}.js`, import.meta.url), 'utf8'),
  );
const suggest = script('suggest');
const copy = script('copy');
const choose = script('choose');
const progress = script('progress', 'account/');
const passkey = script('passkey', '../console/sign-in/');
const review = script('review', '../console/review/');

/** Everyday words of each treatment in all languages, by which the field for a treatment is searched. */
const wordsOfTreatments = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    treatments.map((one) => [
      one.code,
      [one.name.en, one.name.zh, ...servicesOf(one).flatMap(wordsOf)].join(' ').toLowerCase(),
    ]),
  );
const treatmentWords = asset(
  'treatments',
  'json',
  'application/json; charset=utf-8',
  JSON.stringify(wordsOfTreatments()),
);
const icon = asset('icon', 'svg', 'image/svg+xml', shield);

/** Addresses of the files every page uses; they change with the content, so they may be kept for a year. */
export const assets = {
  style: style.path,
  fonts: fonts.path,
  icon: icon.path,
  suggest: suggest.path,
  copy: copy.path,
  choose: choose.path,
  progress: progress.path,
  passkey: passkey.path,
  review: review.path,
  consoleStyle: consoleStyle.path,
  treatmentWords: treatmentWords.path,
  blank: blank.path,
} as const;

const FOREVER = 'public, max-age=31536000, immutable';

const sendAsset = (
  request: FastifyRequest,
  reply: FastifyReply,
  { body, packed, type }: Asset,
): FastifyReply => {
  const zipped = takesGzip(request);
  reply.type(type).header('cache-control', FOREVER).header('vary', 'accept-encoding');
  if (zipped) reply.header('content-encoding', 'gzip');
  return reply.send(zipped ? packed() : body);
};

/** Files of the pages and the pieces of the font; nothing is loaded from anywhere else. */
export const registerAssets = (app: FastifyInstance): void => {
  for (const one of [
    style,
    fonts,
    icon,
    suggest,
    copy,
    choose,
    progress,
    passkey,
    review,
    consoleStyle,
    treatmentWords,
    blank,
  ])
    app.get(one.path, { schema: { hide: true } }, async (request, reply) => sendAsset(request, reply, one));
  app.get<{ Params: { file: string } }>(
    '/assets/fonts/:file',
    { schema: { hide: true } },
    async (request, reply) => {
      const { file } = request.params;
      if (!/^noto-sans-sc-[\w-]{1,40}\.woff2$/.test(file)) return reply.callNotFound();
      const bytes = readFont(file);
      if (bytes === null) return reply.callNotFound();
      return reply.type('font/woff2').header('cache-control', FOREVER).send(bytes);
    },
  );
};

const known = new Map<string, Buffer | null>();
const pieces = new Set(faces().match(/noto-sans-sc-[\w-]+\.woff2/g));

/** About 200 pieces of some 30 kB exist, so all that are asked for stay in memory. */
const readFont = (file: string): Buffer | null => {
  if (!pieces.has(file)) return null;
  const held = known.get(file) ?? readFileSync(join(fontFolder, file));
  known.set(file, held);
  return held;
};
