import type { Page } from 'playwright-core';
import type { Test } from 'tap';
import { layoutShift } from '../support/browser.ts';
import type { Visited } from './visited.ts';
import { wrongWith } from './wrong-with.ts';

const RUIJIN = encodeURIComponent('上海交通大学医学院附属瑞金医院');

/** The pages of our own words and made-up hospitals: the placeholder of their letters has the width of the letters. */
const settled = [
  '/',
  '/?q=%E7%BC%96%E9%80%A0%E5%8C%BB%E9%99%A2',
  '/hospitals/test-refuted?site=agency.example',
  '/check',
  '/offer',
  '/treatments',
  '/physician',
  '/treatments/surrogacy',
  '/compare?id=test-confirmed&id=test-unknown',
  '/sources',
  '/how-we-decide',
  '/report?about=x',
  '/partners?id=test-confirmed',
  '/verify-badge',
  '/no-such-page',
];

/** Further pages of nothing but text, as `/how-we-decide`, and a form like that of `/physician`. */
const ofTheSameKind = ['/physician/request', '/contact', '/privacy', '/terms'];

/** Of those that are shown, one of each kind: what is searched, an answer, long text. */
const ofEachKind = ['/', '/hospitals/test-refuted?site=agency.example', '/how-we-decide'];

/** Further pages of the same kinds, some about a real hospital of this id and a kept row about it. */
const others = (id: string, kept: string): readonly string[] => [
  kept,
  '/?q=Zhongshan%20Hospital',
  `/hospitals/${id}?lang=zh`,
  '/treatments/art.ivf',
  '/hospitals/test-hostile-name',
  `/check?name=${RUIJIN}&service=art.ivf&claim=jci`,
  '/check?name=Zhongshan%20Hospital&service=nonsense',
  `/compare?id=${id}&id=test-confirmed&id=test-unknown`,
];

/** What pages did that none may do. */
type Noticed = Readonly<{ elsewhere: string[]; spoken: string[] }>;

/** A window on a phone. A forgetful one keeps no file it has loaded: each visit is the first one, and letters come later each time. */
const openWindow = async (
  { context, home }: Visited,
  noticed: Noticed,
  { forgetful }: Readonly<{ forgetful: boolean }>,
): Promise<Page> => {
  const page = await context.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: forgetful });
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) noticed.elsewhere.push(request.url());
  });
  page.on('dialog', (dialog) => {
    noticed.spoken.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (line) => {
    if (/Content Security Policy|Refused/.test(line.text())) noticed.spoken.push(line.text());
  });
  return page;
};

/** Opens the address on a phone, in light; gives what moved while it loaded. */
const visit = async (page: Page, address: string): Promise<number> => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address);
  await page.evaluate('document.fonts.ready');
  return layoutShift(page);
};

/** Largest layout shift of a page that does not move. */
const STILL = 0.0005;

/** Says of a page that moves how much, once it has moved twice. */
const movement = async (page: Page, address: string, moved: number): Promise<readonly string[]> => {
  if (moved < STILL) return [];
  // The browser waits 50 ms for the 564 bytes that hold the place of letters; a very busy machine may need longer once.
  const again = await visit(page, address);
  return again < STILL ? [] : [`${address} moves by ${again}`];
};

const inChinese = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=zh`;

/** What is true of every page of the service, whatever it is about. */
export const everyPage = (t: Test, visited: Visited, id: string, kept: string): void => {
  t.test(
    'every page fits a phone and a desktop, is accessible in light and dark, and loads nothing from elsewhere',
    async (t) => {
      const noticed: Noticed = { elsewhere: [], spoken: [] };
      const moving: string[] = [];
      const first = await openWindow(visited, noticed, { forgetful: true });
      for (const path of settled) {
        const address = visited.home + path;
        const moved = await visit(first, address);
        t.strictSame(await wrongWith(first, true), [], path);
        moving.push(...(await movement(first, address, moved)));
      }
      await first.close();
      const later = await openWindow(visited, noticed, { forgetful: false });
      for (const path of others(id, kept)) {
        await later.goto(visited.home + path);
        await later.evaluate('document.fonts.ready');
        t.strictSame(await wrongWith(later), [], path);
      }
      await later.close();
      t.strictSame(noticed.elsewhere, []);
      t.strictSame(noticed.spoken, [], 'nothing ran, nothing was blocked');
      t.strictSame(moving, [], 'nothing moves while a page loads, not even where letters come later');
    },
  );

  t.test('nothing moves while a page loads in Chinese either', async (t) => {
    const page = await openWindow(visited, { elsewhere: [], spoken: [] }, { forgetful: true });
    const moving: string[] = [];
    for (const path of ofEachKind) {
      const address = inChinese(visited.home + path);
      moving.push(...(await movement(page, address, await visit(page, address))));
    }
    await page.close();
    t.strictSame(moving, []);
  });

  t.test('no page can be framed, and none lets a browser guess or send an address on', async (t) => {
    for (const path of [...settled, ...ofTheSameKind]) {
      const { headers } = await visited.service.app.inject({ url: path, headers: { accept: 'text/html' } });
      const policy = String(headers['content-security-policy']);
      t.match(policy, "frame-ancestors 'none'", path);
      t.match(policy, "default-src 'none'", path);
      t.notMatch(policy, 'unsafe', path);
      t.equal(headers['x-content-type-options'], 'nosniff', path);
      t.match(headers['referrer-policy'], /origin/, path);
    }
  });
};
