import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')),
  'files',
);

/** The face rules of the font package, woff2 only, pointing at our own address: a browser loads only the pieces a page needs. */
const faces = (): string =>
  [400, 700]
    .map((weight) => readFileSync(join(fontFolder, '..', `${weight}.css`), 'utf8'))
    .join('')
    .replace(/src: url\(\.\/files\/([\w-]+\.woff2)\)[^;]*;/g, "src:url(/assets/fonts/$1) format('woff2');")
    .replace(/\/\*.*?\*\/|\n\s*/g, '')
    // Han letters without a font are empty boxes: better nothing for a moment than boxes.
    .replaceAll('font-display: swap', 'font-display: block');

const shield = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c63"/><path d="M10 7v17h13" fill="none" stroke="#fff" stroke-width="4"/></svg>`;

type Asset = Readonly<{ path: string; type: string; body: Buffer; packed: Buffer }>;

const asset = (name: string, ending: string, type: string, text: string): Asset => {
  const body = Buffer.from(text);
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${mark}.${ending}`, type, body, packed: gzipSync(body) };
};

const style = asset(
  'site',
  'css',
  'text/css; charset=utf-8',
  readFileSync(new URL('site.css', import.meta.url), 'utf8'),
);
const fonts = asset('fonts', 'css', 'text/css; charset=utf-8', faces());
const icon = asset('icon', 'svg', 'image/svg+xml', shield);

/** Addresses of the files every page uses; they change with the content, so they may be kept for a year. */
export const assets = { style: style.path, fonts: fonts.path, icon: icon.path } as const;

const FOREVER = 'public, max-age=31536000, immutable';

const sendAsset = (
  request: FastifyRequest,
  reply: FastifyReply,
  { body, packed, type }: Asset,
): FastifyReply => {
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  reply.type(type).header('cache-control', FOREVER).header('vary', 'accept-encoding');
  if (zipped) reply.header('content-encoding', 'gzip');
  return reply.send(zipped ? packed : body);
};

/** Files of the pages and the pieces of the font; nothing is loaded from anywhere else. */
export const registerAssets = (app: FastifyInstance): void => {
  for (const one of [style, fonts, icon])
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
