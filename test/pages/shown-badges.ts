import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import { badgeStates } from '../../schema/badge.ts';
import { drawBadge } from '../../src/badge/draw.ts';
import { badgeSizes } from '../../src/badge/sizes.ts';
import { badgeLanguages } from '../../src/badge/words.ts';
import { foreignPages, openForeign, outsidePicture } from '../support/browser.ts';
import { badgeSheet, difference } from '../support/pixels.ts';
import type { Visited } from './visited.ts';

/** What badges look like, and how they behave on the page of somebody else. */
export const shownBadges = (t: Test, { browser, home }: Visited): void => {
  t.test('every badge looks as it was approved', async (t) => {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    const approved = (size: string, theme: string) =>
      readFileSync(join(import.meta.dirname, '../badge/approved', `${size}-${theme}.png`));
    for (const size of badgeSizes)
      for (const theme of ['light', 'dark'] as const) {
        const share = await difference(page, await badgeSheet(page, size, theme), approved(size, theme));
        t.ok(
          share < 0.005,
          `${size} ${theme}: ${(share * 100).toFixed(2)} % of it differs; see test/support/approve-badges.ts`,
        );
      }
    const [light, dark] = [approved('small', 'light'), approved('small', 'dark')];
    t.ok((await difference(page, light, dark)) > 0.5, 'the comparison sees a difference');
    await page.close();
  });

  t.test(
    'on a foreign page the badge shows under the strictest policy, with one request and no cookie',
    async (t) => {
      const foreign = await openForeign(foreignPages(home));
      t.teardown(foreign.close);
      const page = await browser.newPage();
      for (const path of ['/strict', '/refused', '/nobody']) {
        const asked: string[] = [];
        page.removeAllListeners('request');
        page.on('request', (request) => {
          if (request.url().startsWith(home)) asked.push(request.url());
        });
        await page.goto(foreign.origin + path, { waitUntil: 'load' });
        t.equal(
          await page.evaluate('document.getElementById("badge").naturalWidth'),
          240,
          `${path} is not a broken image`,
        );
        t.equal(asked.length, 1, `${path} costs one request`);
      }
      t.strictSame(await page.context().cookies(), []);
      await page.goto(`${foreign.origin}/element`);
      await page.waitForFunction(
        'document.querySelector("licet-badge").shadowRoot?.querySelector("img")?.naturalWidth === 240',
      );
      t.match(await page.getByRole('link').getAttribute('href'), '/hospitals/test-confirmed?site=127.0.0.1');
      t.equal(await page.getByRole('img', { name: 'Licet: what is known about this hospital' }).count(), 1);
      const pictures = /\/badge\/[^/]+\.svg/;
      await page.route(pictures, (route) => route.abort());
      const fallen = 'document.querySelector("licet-badge").shadowRoot?.querySelector("slot")?.textContent';
      await page.evaluate('document.querySelector("licet-badge").setAttribute("size", "small")');
      await page.waitForFunction(`${fallen} === "Licet: what is known about this hospital"`);
      t.pass('while the service does not answer, the element is a link');
      await page.unroute(pictures);
      await page.evaluate('document.querySelector("licet-badge").setAttribute("size", "seal")');
      await page.waitForFunction(
        'document.querySelector("licet-badge").shadowRoot?.querySelector("img")?.naturalWidth === 73',
      );
      await page.goto(`${foreign.origin}/framed`);
      await page.waitForLoadState('networkidle');
      const inside = page
        .frames()
        .filter((frame) => frame !== page.mainFrame())
        .map((frame) => frame.url());
      t.ok(
        inside.every((url) => url.startsWith('chrome-error:')),
        `no frame on a page it was not issued for: ${inside}`,
      );
      await page.close();
    },
  );

  t.test('in a real browser every line of every badge stays inside its picture', async (t) => {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    const name = {
      zh: '编造示例大学医学院附属第一示例医院',
      en: 'The First Affiliated Made-up Example Hospital',
    };
    const face = {
      note: null,
      name,
      campus: '南院区',
      ask: null,
      checkedOn: '2026-11-20',
      site: 'travel-agency.example',
      test: true,
      theme: 'light',
    } as const;
    const drawn = badgeStates.flatMap((state) =>
      badgeSizes.flatMap((size) => badgeLanguages.map((lang) => drawBadge({ ...face, state, size, lang }))),
    );
    await page.setContent(drawn.join('\n'));
    const outside = await outsidePicture(page);
    t.strictSame(outside, []);
    await page.close();
  });
};
