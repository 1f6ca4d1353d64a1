import type { Page } from 'playwright-core';
import { sideways, violations } from '../support/browser.ts';

let looks = 0;

/** Where nobody asks for it, every so manieth look judges the contrast of colours, which takes longer than all other rules. */
const CONTRAST_EVERY = 3;

/**
 * What is wrong with a page, by turns on a phone in light or on a desktop in dark, and whether it scrolls sideways on the other one. Pages
 * share their parts and their colours, and a part is seen by several looks.
 */
export const wrongWith = async (page: Page, contrast = false): Promise<readonly string[]> => {
  const found: string[] = [];
  looks += 1;
  const sizes = [
    [360, 'light'],
    [1280, 'dark'],
  ] as const;
  for (const [width, colorScheme] of looks % 2 === 0 ? sizes : sizes.toReversed()) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const over = await sideways(page);
    if (over !== 0) found.push(`${page.url()} scrolls sideways by ${over} px at ${width} px`);
  }
  const without = contrast || looks % CONTRAST_EVERY === 0 ? [] : ['color-contrast'];
  return [...found, ...(await violations(page, without)).map((one) => `${page.url()}: ${one}`)];
};
