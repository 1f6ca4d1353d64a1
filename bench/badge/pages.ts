import { openBrowser, weightWithoutFonts } from '../../test/support/browser.ts';

/** What the browser itself noted of one page: bytes without fonts, and milliseconds since the navigation began. */
type PageFigures = Readonly<{
  path: string;
  bytes: number;
  answer: number;
  painted: number;
  ready: number;
}>;

const TIMES = `(() => { const [page] = performance.getEntriesByType('navigation'); const [paint] = performance.getEntriesByName('first-contentful-paint'); return [page.responseStart, paint?.startTime ?? 0, page.loadEventEnd]; })()`;

/** Looks at each page on a phone's screen in a browser that has seen none before. */
export const lookAt = async (home: string, paths: readonly string[]): Promise<readonly PageFigures[]> => {
  const browser = await openBrowser();
  const figures: PageFigures[] = [];
  for (const path of paths) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(home + path, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready');
    const [answer = 0, painted = 0, ready = 0]: readonly number[] = await page.evaluate(TIMES);
    figures.push({ path, bytes: await weightWithoutFonts(page), answer, painted, ready });
    await context.close();
  }
  await browser.close();
  return figures;
};
