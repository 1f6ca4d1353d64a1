import type { BrowserContext, Page } from 'playwright-core';
import type { Test } from 'tap';
import { runHere } from '../cli/run-licet.ts';
import { TODAY } from '../support/app.ts';
import { codeAt, linkIn, PASSWORD } from '../support/console.ts';
import type { Visited } from './visited.ts';
import { wrongWith } from './wrong-with.ts';

const NAME = 'Made-up Administrator';

/** An authenticator of a device that Chromium plays: it holds passkeys and knows its person. */
const withAuthenticator = async (
  context: BrowserContext,
  page: Page,
  transport: 'internal' | 'usb' = 'internal',
): Promise<void> => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
};

/** The operators' console, as a person uses it. */
export const consolePages = (t: Test, { service, home, browser }: Visited): void => {
  /** Passkeys are made for a name; this machine’s is the one that needs no https. */
  const here = home.replace('127.0.0.1', 'localhost');
  const licet = (...args: string[]) => runHere(service.data, ['operator', ...args], {}, () => TODAY);
  t.test('an operator sets up a passkey and a password, and signs in with the keyboard alone', async (t) => {
    const link = linkIn((await licet('add', NAME, '--role', 'administrator')).out);
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await withAuthenticator(context, page);
    const wrong: string[] = [];
    process.on('warning', ({ name, message }) => void wrong.push(`${name}: ${message}`));
    page.on('console', (line) => {
      if (/Content Security Policy|Refused/.test(line.text())) wrong.push(line.text());
    });
    const look = async (): Promise<void> => void wrong.push(...(await wrongWith(page)));
    const answers: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/sign-in/passkey')) answers.push(request.postData() ?? '');
    });
    await page.goto(here + link);
    await look();
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByText(`Signed in as ${NAME}, administrator`).waitFor();
    for (const part of ['Refused', 'Operators']) {
      await page.getByRole('link', { name: part, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: part }).waitFor();
      await look();
    }
    await page.getByRole('link', { name: 'Physicians', exact: true }).click();
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('Request 1 is entered').waitFor();
    await page.getByRole('link', { name: '1', exact: true }).click();
    await page.getByRole('heading', { name: 'Request 1' }).waitFor();
    await look();
    await page.getByRole('link', { name: 'Partners', exact: true }).click();
    await page.getByLabel('Name').last().fill('Made-up Portal');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Made-up Portal' }).waitFor();
    await page.getByText('New key', { exact: true }).first().click();
    await look();
    await page.getByRole('link', { name: 'Operators', exact: true }).click();
    await page.getByRole('link', { name: 'What operators did' }).click();
    await page.getByRole('cell', { name: 'console.welcome-passkey' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    await look();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Signed in as').waitFor();
    await page.getByRole('link', { name: 'How you sign in' }).click();
    await page.getByLabel('Another name for Passkey 1').fill('My laptop');
    await page.keyboard.press('Enter');
    await page.getByText('It is done and written down.').waitFor();
    await withAuthenticator(context, page, 'usb');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Another name for Passkey 2').waitFor();
    await page.getByRole('button', { name: 'Remove it' }).first().click();
    await page.getByLabel('Another name for Passkey 1').waitFor();
    const again = await service.app.inject({
      method: 'POST',
      url: '/console/sign-in/passkey',
      headers: {
        host: new URL(here).host,
        origin: here,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: answers[0] ?? '',
    });
    t.equal(again.statusCode, 401, 'what was signed once counts once');
    const other = linkIn((await licet('invite', NAME)).out);
    await page.goto(here + other);
    const secret = await page.locator('pre').innerText();
    await page.getByLabel('A new password').focus();
    await page.keyboard.type(PASSWORD);
    await page.getByLabel('Code of six digits').focus();
    await page.keyboard.type(codeAt(secret, TODAY.getTime()));
    await page.keyboard.press('Enter');
    await page.getByText('Signed in as').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Your name').focus();
    await page.keyboard.type(NAME);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Tab');
    await page.keyboard.type(codeAt(secret, TODAY.getTime()));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'do not fit together' }).waitFor();
    await page.getByLabel('Your name').fill(NAME);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByLabel('Code of six digits').fill(codeAt(secret, TODAY.getTime() + 30_000));
    await page.keyboard.press('Enter');
    await page.getByText('Signed in as').waitFor();
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByText(`已登录：${NAME}（管理员）`).waitFor();
    await look();
    t.strictSame(wrong, []);
    await context.close();
  });
};
