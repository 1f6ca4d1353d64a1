import type { Page } from 'playwright-core';

/** What every answer has to show on the first 700 px of a phone, and how far down it ends where it does not. */
export const belowScreen = async (page: Page, address: string): Promise<readonly string[]> => {
  await page.goto(address);
  const ends = ['h1', '.asked', '#verdict', '.say', '.verdict time', '.next h2', '.next p'].map(
    async (part) => {
      const box = await page.locator(part).first().boundingBox();
      return { part, end: box === null ? Number.POSITIVE_INFINITY : Math.round(box.y + box.height) };
    },
  );
  return (await Promise.all(ends)).flatMap(({ part, end }) => (end <= 700 ? [] : [`${part} ends at ${end}`]));
};
