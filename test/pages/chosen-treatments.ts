import type { Page } from 'playwright-core';
import type { Test } from 'tap';
import { violations } from '../support/browser.ts';
import { onPhone, type Visited } from './visited.ts';

const sentBy = async (page: Page): Promise<URLSearchParams> => {
  await page.getByRole('button', { name: 'Check' }).click();
  await page.waitForURL('**/check?*');
  return new URL(page.url()).searchParams;
};

/** The field for a treatment: typed into in everyday words of either language, and a plain select without JavaScript. */
export const chosenTreatments = (t: Test, { context, home }: Visited): void => {
  t.test('a treatment is found by everyday words, by keyboard alone, and sent by its code', async (t) => {
    const page = await onPhone(context);
    await page.goto(`${home}/check`);
    await page.getByLabel('Name of the hospital').fill('Ruijin Hospital');
    const field = page.getByRole('combobox', { name: 'Treatment' });
    await field.focus();
    await field.press('ArrowDown');
    t.ok((await page.locator('.choose [role=option]').count()) > 50, 'nothing typed: all of them');
    await page.getByRole('group', { name: 'Having a child' }).waitFor();
    t.strictSame(await violations(page), [], 'the open list is accessible');
    for (const [typed, name] of [
      ['试管', 'IVF (test-tube baby)'],
      ['yescarta', 'CAR-T: axicabtagene ciloleucel (Yescarta)'],
      ['taller', 'Leg lengthening to grow taller'],
    ] as const) {
      await field.fill(typed);
      await page.getByRole('option', { name, exact: true }).waitFor();
    }
    await field.fill('proton');
    await field.press('ArrowDown');
    const marked = page.locator('[role=option][aria-selected=true]');
    t.equal(await marked.textContent(), 'Proton therapy');
    t.equal(await field.getAttribute('aria-activedescendant'), await marked.getAttribute('id'));
    await field.press('Escape');
    t.equal(await field.getAttribute('aria-expanded'), 'false');
    await field.press('ArrowDown');
    await field.press('ArrowUp');
    await field.press('ArrowDown');
    await field.press('Enter');
    t.equal(await field.inputValue(), 'Proton therapy');
    t.strictSame((await sentBy(page)).getAll('service'), ['proton']);
    await page.close();
  });

  t.test(
    'what is typed and fits nothing is said, not dropped; what fits one treatment is that one',
    async (t) => {
      const page = await context.newPage();
      await page.goto(`${home}/check?name=x&service=nonsense&lang=en`);
      await page.getByRole('alert').getByText('no list here is about a treatment of this name').waitFor();
      await page.getByLabel('Name of the hospital').fill('Ruijin Hospital');
      const field = page.getByRole('combobox', { name: 'Treatment' });
      await field.fill('zzzz');
      await page.getByText('Try another word').waitFor();
      t.strictSame(await violations(page), []);
      t.strictSame((await sentBy(page)).getAll('service'), ['zzzz']);
      await page.getByRole('alert').waitFor();
      await page.getByRole('combobox', { name: 'Treatment' }).fill('fucaso');
      await page.keyboard.press('Tab');
      t.strictSame((await sentBy(page)).getAll('service'), ['car-t.eque-cel']);
      await page.close();
    },
  );
};
