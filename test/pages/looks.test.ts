import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { badgeSizes } from '../../src/badge/sizes.ts';
import { openService } from '../support/app.ts';
import { layoutShift, openBrowser, violations } from '../support/browser.ts';
import { badgeSheet, difference } from '../support/pixels.ts';

const service = await openService({}, ['cn-nhc-assisted-reproduction', 'intl-jci-events']);
const home = await service.app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
t.teardown(async () => {
  await browser.close();
  await service.close();
});

const pages = [
  '/',
  '/?q=%E7%BC%96%E9%80%A0%E5%8C%BB%E9%99%A2',
  '/hospitals/test-refuted?site=agency.example',
  '/check',
  '/compare?id=test-confirmed&id=test-unknown',
  '/sources',
  '/how-we-decide',
  '/report',
  '/partners?id=test-confirmed',
  '/verify-badge',
  '/no-such-page',
];

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

/** What moved during one visit by a browser that has seen no page before. */
const movedOn = async (path: string, lang: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${home}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
  await page.evaluate('document.fonts.ready');
  const shift = await layoutShift(page);
  await context.close();
  return shift;
};

t.test('nothing moves while a page loads, not even where letters come later', async (t) => {
  for (const lang of ['en', 'zh'])
    for (const path of pages) {
      const first = await movedOn(path, lang);
      // The browser waits 50 ms for the 564 bytes that hold the place of letters; a very busy machine may need longer once.
      const shift = first < 0.0005 ? first : await movedOn(path, lang);
      t.ok(shift < 0.0005, `${path} in ${lang}: ${shift}`);
    }
});

t.test('no page can be framed, and none lets a browser guess or send an address on', async (t) => {
  for (const path of pages) {
    const { headers } = await service.app.inject({ url: path, headers: { accept: 'text/html' } });
    const policy = String(headers['content-security-policy']);
    t.match(policy, "frame-ancestors 'none'", path);
    t.match(policy, "default-src 'none'", path);
    t.notMatch(policy, 'unsafe', path);
    t.equal(headers['x-content-type-options'], 'nosniff', path);
    t.match(headers['referrer-policy'], /origin/, path);
  }
});

t.test(
  'a name of right-to-left and zero-width letters is shown without what hides or turns it',
  async (t) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const hidden = 'א\u202eבג\u2066 Hos\u200bpital\u200f \ufeff编造';
    await page.goto(`${home}/?q=${encodeURIComponent(hidden)}&lang=en`);
    const shown = (await page.locator('main').textContent()) ?? '';
    t.notMatch(shown, /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
    t.strictSame(await violations(page), []);
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), 360);
    await page.goto(`${home}/hospitals/test-hostile-name?lang=en`);
    t.notMatch(
      (await page.locator('body').textContent()) ?? '',
      /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
    );
    await page.close();
  },
);

t.test('while a name is typed, hospitals are offered, and the keyboard takes one', async (t) => {
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(home);
  const field = page.getByRole('combobox', { name: 'Name of the hospital' });
  await field.pressSequentially('ruijin');
  await page.getByRole('option').first().waitFor();
  t.strictSame(await violations(page), [], 'the open list is accessible');
  t.equal(await field.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[role=option][aria-selected=true]');
  t.equal(await field.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
  const name = ((await chosen.textContent()) ?? '').split(' · ')[0] ?? '';
  await page.keyboard.press('Escape');
  t.equal(await page.getByRole('option').count(), 0);
  await field.fill(name);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/hospitals/*');
  await page.getByText(name).first().waitFor();
  await page.close();
});
