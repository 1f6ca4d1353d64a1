import type { BrowserContext, FileChooser, Page } from 'playwright-core';
import type { Test } from 'tap';
import { runHere } from '../cli/run-licet.ts';
import { TODAY } from '../support/app.ts';
import { codeAt, linkIn, PASSWORD } from '../support/console.ts';
import { earlierDetail, madeUpHospital } from '../support/saved-pages.ts';
import type { Visited } from './visited.ts';
import { wrongWith } from './wrong-with.ts';

const NAME = 'Made-up Clerk';
/** Most keys for one hospital whose page is saved. */
const MOST_KEYS = 12;

const signIn = async (page: Page, home: string, link: string): Promise<void> => {
  await page.goto(home + link);
  const secret = await page.locator('pre').innerText();
  await page.getByLabel('A new password').fill(PASSWORD);
  await page.getByLabel('Code of six digits').fill(codeAt(secret, TODAY.getTime()));
  await page.keyboard.press('Enter');
  await page.getByText(`Signed in as ${NAME}, clerk`).waitFor();
};

/** Presses keys and counts them. */
const typist = (page: Page) => {
  let keys = 0;
  return {
    press: async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    },
    count: () => keys,
  };
};

/** What stands behind a label in the list of words to copy. */
const wordOf = (page: Page, label: string): Promise<string> =>
  page.locator(`dt:text-is("${label}") + dd span[data-copy]`).innerText();

/** What a clerk does with one hospital: from the queue to the answer. It publishes, so it comes after all that reads the registry. */
export const capturePages = (t: Test, { service, home, browser }: Visited): void => {
  const here = home.replace('127.0.0.1', 'localhost');
  t.test(
    'a clerk records a saved page with few keys, and the hospital is confirmed, badge included',
    async (t) => {
      const added = await runHere(
        service.data,
        ['operator', 'add', NAME, '--role', 'clerk'],
        {},
        () => TODAY,
      );
      const context: BrowserContext = await browser.newContext({ locale: 'en-GB' });
      const page = await context.newPage();
      // Asked for long before the key: the browser must know that somebody waits for the dialog.
      const chosen = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve));
      const wrong: string[] = [];
      page.on('console', (line) => {
        if (/Content Security Policy|Refused/.test(line.text())) wrong.push(line.text());
      });
      const look = async (): Promise<void> => void wrong.push(...(await wrongWith(page)));
      await signIn(page, here, linkIn(added.out));
      await page.goto(`${here}/console/captures`);
      await look();
      const { press, count } = typist(page);
      await page.locator('ol a').first().focus();
      await press('Enter');
      await page.getByRole('heading', { name: 'What you saw' }).waitFor();
      t.match(
        await page.getByRole('link', { name: 'Open the register' }).getAttribute('href'),
        /zgcx\.nhc\.gov\.cn/,
      );
      await look();
      const [name, province] = [await wordOf(page, 'Name'), await wordOf(page, 'Province')];
      const address = `${province}编造路1号`;
      const saved = earlierDetail({ ...madeUpHospital, name, province, address });
      t.equal(await page.evaluate('document.activeElement.id'), 'page', 'the file is asked for first');
      await press('Enter');
      await (await chosen).setFiles({
        name: 'saved.html',
        mimeType: 'text/html',
        buffer: Buffer.from(saved),
      });
      await press('Tab');
      await press('Enter');
      await page.getByRole('heading', { name: 'What changes' }).waitFor();
      t.equal(await page.getByLabel('Licence number').inputValue(), madeUpHospital.licence);
      await page.getByText('登记号：').first().waitFor();
      await look();
      t.equal(await page.evaluate('document.activeElement.textContent'), 'Yes, record it');
      await press('Enter');
      await page.getByText('Recorded. Answers come from it now.').waitFor();
      t.ok(count() <= MOST_KEYS, `${count()} keys`);
      const { identity, outcome } = (
        await service.app.inject({ url: `/v1/verify?licenceNumber=${madeUpHospital.licence}` })
      ).json();
      t.equal(outcome, 'confirmed');
      const { id } = identity.institution;
      await page.goto(`${here}/console/captures/cn-nhc-institutions/file`);
      await look();
      const rows = `机构名称,Licence number,查看日期\n${name},123,2026-11-20\n${name},${madeUpHospital.licence},2026-11-20\n`;
      const file = { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
      await page.getByLabel('The file').setInputFiles(file);
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Check it' }).press('Enter');
      await page.getByText('rows.csv: 2 rows').waitFor();
      await look();
      await page.goto(`${here}/console/captures/cn-nhc-institutions/rows`);
      await page.locator('summary').first().click();
      await page.getByText(madeUpHospital.licence).last().waitFor();
      await look();
      await page.goto(`${here}/hospitals/${id}`);
      await page.getByRole('heading', { name: 'Confirmed' }).first().waitFor();
      const badge = await service.app.inject({ url: `/badge/${id}/shields.json` });
      t.match(badge.json().message, /Practice licence: Confirmed/);
      t.strictSame(wrong, []);
      await context.close();
    },
  );
};
