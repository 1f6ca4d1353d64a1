import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { badgeStates } from '../../schema/badge.ts';
import type { BadgeLanguage } from '../../schema/lexicon/badge-words.ts';
import { drawBadge } from '../../src/badge/draw.ts';
import type { BadgeSize } from '../../src/badge/sizes.ts';

/** Languages whose letters the font of the package holds, so that the picture is the same on every machine. */
const LANGUAGES: readonly BadgeLanguage[] = ['en', 'zh', 'ru', 'ja'];

/** The large badge is the medium one, larger: one language shows that. */
const languagesOf = (size: BadgeSize): readonly BadgeLanguage[] => (size === 'large' ? ['zh'] : LANGUAGES);

const FONTS = 'http://fonts.example/';
const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));

/** The package's own rules, from an address that only this browser knows. */
const rules = (): string =>
  [400, 700]
    .map((weight) => readFileSync(join(folder, `${weight}.css`), 'utf8'))
    .join('\n')
    .replaceAll('./files/', FONTS)
    .replaceAll('font-display: swap', 'font-display: block');

const sheet = (size: BadgeSize, theme: 'light' | 'dark'): string =>
  badgeStates
    .map((state) =>
      languagesOf(size)
        .map((lang) =>
          drawBadge({
            state,
            note: null,
            name: { zh: '编造示例医院', en: 'Made-up Example Hospital' },
            campus: null,
            ask: null,
            checkedOn: '2026-11-20',
            site: 'agency.example',
            test: false,
            lang,
            size,
            theme,
          }),
        )
        .join(' '),
    )
    .join('<br>');

/** All states (rows) and languages (columns) of one size and theme, as a PNG. */
export const badgeSheet = async (page: Page, size: BadgeSize, theme: 'light' | 'dark'): Promise<Buffer> => {
  await page.route(`${FONTS}**`, (route) =>
    route.fulfill({
      path: join(folder, 'files', new URL(route.request().url()).pathname),
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  const style = `${rules()} body{margin:0} div{display:inline-block;line-height:0} svg,svg text{font-family:"Noto Sans SC"}`;
  await page.setContent(`<style>${style}</style><div>${sheet(size, theme)}</div>`);
  await page.evaluate('document.fonts.ready');
  return page.locator('div').screenshot({ omitBackground: true });
};

/** Edge of the squares whose mean colours are compared, and how far (of 255) these may lie apart. */
const SQUARE = 6;
const APART = 24;

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

/**
 * Share of squares in which two PNGs differ, decoded by the browser itself; 1 where their sizes differ. Edges that are
 * smoothed in another way do not count, a missing word or another colour does.
 */
export const difference = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(`(async () => {
    const means = async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      const [width, height] = [image.naturalWidth, image.naturalHeight];
      Object.assign(canvas, { width: Math.ceil(width / ${SQUARE}), height: Math.ceil(height / ${SQUARE}) });
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return { size: width + 'x' + height, data: context.getImageData(0, 0, canvas.width, canvas.height).data };
    };
    const [a, b] = [await means(${JSON.stringify(dataUrl(one))}), await means(${JSON.stringify(dataUrl(other))})];
    if (a.size !== b.size) return 1;
    let apart = 0;
    for (let at = 0; at < a.data.length; at += 4)
      if ([0, 1, 2, 3].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > ${APART})) apart += 1;
    return apart / (a.data.length / 4);
  })()`);
