import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Test } from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { TODAY } from '../support/app.ts';
import type { Visited } from './visited.ts';
import { wrongWith } from './wrong-with.ts';

/** 60 rows: more than one page; one without a hospital, one with a treatment nobody knows, one with what is prohibited, one that several could mean. */
const LIST = `hospital,treatment\n,IVF\nRuijin Hospital,xyzzy\nRuijin Hospital,surrogacy\n${'Ruijin Hospital,IVF\n'.repeat(56)}Xiehe,IVF\n`;

/** What the reader of an address that a watch is told to sees: the question, and the yes. */
const readMail = async (
  { data }: Visited['service'],
  page: Page,
  look: () => Promise<void>,
): Promise<void> => {
  const [watch = '', token] = [new URL(page.url()).pathname.split('/')[3], 'x'.repeat(43)];
  const state = openServiceState(data);
  await state.watchMail.ask(watch, 'desk@agency.example', token, TODAY.toISOString());
  await state.close();
  await page.goto(`${new URL(page.url()).origin}/mail/${token}`);
  await look();
  await page.getByRole('button', { name: 'Yes, send them' }).click();
  await page.getByText('The next change is sent to you').waitFor();
};

/** A partner's own pages, as a person uses them. */
export const accountPages = (t: Test, { service, home, browser }: Visited): void => {
  t.test(
    'a partner signs in with the keyboard, hands in a list, reads the table and takes the file',
    async (t) => {
      const scopes = ['--scopes', 'read,batch,watch,badge'];
      const added = await runHere(
        service.data,
        ['partner', 'add', 'Made-up Agency', ...scopes],
        {},
        () => TODAY,
      );
      const key = /licet_[\w-]{43}/.exec(added.out)?.[0] ?? '';
      const context = await browser.newContext({ locale: 'en-GB' });
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on('console', (line) => {
        if (/Content Security Policy|Refused/.test(line.text())) wrong.push(line.text());
      });
      const look = async (): Promise<void> => void wrong.push(...(await wrongWith(page)));
      await page.goto(`${home}/partners`);
      await page.getByRole('link', { name: 'Sign in with your key' }).click();
      await page.getByLabel('Your key').fill('licet_wrong');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await look();
      await page.getByLabel('Your key').fill(key);
      await page.keyboard.press('Enter');
      await page.getByText('Signed in as Made-up Agency').waitFor();
      const file = { name: 'hospitals.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
      await page.getByLabel('Your list of hospitals').setInputFiles(file);
      await page.getByRole('button', { name: 'Read this list' }).click();
      await page.getByText('60 rows were found').waitFor();
      await page.getByRole('cell', { name: 'name of the hospital' }).waitFor();
      await look();
      await page.getByRole('button', { name: 'Start' }).click();
      await page
        .getByText('Finished · 57 of 60 rows answered · 1 needs a choice · 2 could not be read')
        .waitFor();
      await page.goto(page.url().split('?')[0] ?? '');
      await look();
      t.equal(await page.locator('.rows tbody tr').count(), 50);
      await page.getByRole('link', { name: 'Next page' }).click();
      t.equal(await page.locator('.rows tbody tr').count(), 10);
      await page.getByLabel('Show', { exact: true }).selectOption('prohibited');
      await page.getByRole('button', { name: 'Show these rows' }).click();
      t.match(await page.locator('.rows tbody').innerText(), /Prohibited/);
      await page.getByLabel('Show', { exact: true }).selectOption('bad');
      await page.getByRole('button', { name: 'Show these rows' }).click();
      t.match(await page.locator('.rows tbody').innerText(), /Row could not be read/);
      t.match(await page.locator('.rows tbody').innerText(), /treatment/);
      await page.getByLabel('Show', { exact: true }).selectOption('ambiguous');
      await page.getByRole('button', { name: 'Show these rows' }).click();
      t.match(
        await page.locator('.rows tbody').innerText(),
        /Fuzhou, Fujian/,
        'who could be meant, and where',
      );
      const choice = await page.getByRole('link', { name: 'Choose one' }).getAttribute('href');
      t.match(choice, /^\/check\?service=IVF&name=Xiehe$/, 'the same question, where one is chosen');
      await page.getByLabel('Show', { exact: true }).selectOption('');
      await page.getByLabel('Order').selectOption('outcome');
      await page.getByRole('button', { name: 'Show these rows' }).click();
      t.match(
        await page.locator('.rows tbody tr').first().innerText(),
        /Prohibited/,
        'what is worst is first',
      );
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'CSV', exact: true }).click(),
      ]);
      t.equal(download.suggestedFilename(), 'hospitals.licet.csv');
      t.match(readFileSync(await download.path(), 'utf8'), 'Licet: outcome');
      await page.getByRole('button', { name: 'Tell me when an answer changes' }).click();
      await page.getByText('hospitals are asked about anew').waitFor();
      await look();
      await readMail(service, page, look);
      await page.goto(`${home}/partners/watches`);
      await page.getByRole('link', { name: 'Domains' }).click();
      await page.getByLabel('Your domain').fill('agency.example');
      await page.getByRole('button', { name: 'Add' }).click();
      await page.getByRole('heading', { name: 'agency.example' }).waitFor();
      await page.getByRole('button', { name: 'Copy' }).first().waitFor();
      await look();
      await page.getByLabel('Name of the hospital').fill('test hospital');
      await page.getByRole('button', { name: 'Show the badge' }).click();
      await page.waitForURL('**/partners?**site=agency.example**');
      await page.goto(`${home}/partners/lists`);
      await page.getByRole('link', { name: 'hospitals.csv' }).click();
      await page.getByRole('link', { name: '中文' }).click();
      await page.getByText('已登录：Made-up Agency').waitFor();
      await look();
      await page.getByRole('button', { name: '立即删除名单' }).click();
      await page.getByText('您还没有名单').waitFor();
      await page.getByRole('button', { name: '退出' }).click();
      await page.getByLabel('您的密钥').waitFor();
      t.strictSame(await context.cookies(), []);
      t.strictSame(wrong, []);
      await context.close();
    },
  );
};
