import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Service } from '../support/app.ts';

/**
 * The service that is visited, the address it listens at, and the one browser that visits it. `context` is that of visitors who sign in
 * nowhere: to open another one costs a process and all files of a page anew.
 */
export type Visited = Readonly<{
  service: Service;
  home: string;
  browser: Browser;
  context: BrowserContext;
}>;

/** A window as large as a phone. */
export const onPhone = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  return page;
};
