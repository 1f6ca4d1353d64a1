import type { Test } from 'tap';
import { violations } from '../support/browser.ts';
import { onPhone, type Visited } from './visited.ts';

/** The page of all lists: short, grouped by what a list is worth today, each list once and reachable by its id. */
export const listedSources = (t: Test, { service, context, home }: Visited): void => {
  t.test('all lists stand on a short page, each once, and a link to a folded one opens it', async (t) => {
    const page = await onPhone(context);
    await page.goto(`${home}/sources`);
    const all = [...service.store.reader().reference.sources.keys()].sort();
    const shown = await page.locator('summary[id]').evaluateAll((found) => found.map(({ id }) => id));
    t.strictSame([...shown].sort(), all);
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    t.ok(height < 4500, `${height} px at 360 px`);
    const folded = page.locator('details details summary').last();
    t.equal(await folded.isVisible(), false);
    await page.goto(`${home}/sources#${await folded.getAttribute('id')}`);
    await folded.waitFor({ state: 'visible' });
    await folded.click();
    t.strictSame(await violations(page), []);
    await page.close();
  });
};
