import t from 'tap';
import { fewSources, openService } from '../support/app.ts';
import { layoutShift, openBrowser, violations, weightWithoutFonts } from '../support/browser.ts';
import { operatorsHere } from '../support/operators-here.ts';
import { accountPages } from './account-pages.ts';
import { capturePages } from './capture-pages.ts';
import { chosenTreatments } from './chosen-treatments.ts';
import { consolePages } from './console-pages.ts';
import { everyPage } from './every-page.ts';
import { belowScreen } from './first-screen.ts';
import { listedSources } from './listed-sources.ts';
import { shownBadges } from './shown-badges.ts';
import { onPhone } from './visited.ts';

// All that needs a browser stands in this file and those it calls: one service and one browser do for all of it.
const service = await openService({}, fewSources, undefined, undefined, { openOperators: operatorsHere });
const home = await service.app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
const context = await browser.newContext({ locale: 'en-GB' });
t.teardown(async () => {
  await browser.close();
  await service.close();
});

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const found = await service.app.inject({ url: `/v1/institutions?name=${encodeURIComponent(RUIJIN)}` });
const id: string = found.json().candidates[0].id;

/** What printers leave free. */
const PAPER = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };

/** An answer of every kind. */
const answers = (one: string): readonly string[] => [
  `/hospitals/${one}`,
  '/hospitals/test-confirmed',
  '/hospitals/test-refuted',
  `/hospitals/${one}?lang=zh`,
  '/check?name=Zhongshan%20Hospital&service=G06',
  '/check?name=Ruijin%20Hospital%20Pudong%20Branch',
  '/check?name=Hangzhou%20Lakeside%20Xiehe%20Clinic',
  '/?q=nobody',
  `/check?id=${one}&service=car-t&claim=jci`,
];

/** Answers that are printed: of one hospital, and where several could be meant. */
const onPaper = (one: string): readonly string[] => [
  `/hospitals/${one}`,
  `/check?id=${one}&service=art.ivf&claim=jci&lang=zh`,
  '/check?name=Zhongshan%20Hospital&service=art.ivf&claim=jci&lang=en',
];

const { licence } = (await service.app.inject({ url: `/v1/verify?id=${id}` })).json();
const kept: string = licence.evidence[0].replace('/v1/', '/');
const visited = { service, home, browser, context };
everyPage(t, visited, id, kept);
accountPages(t, visited);
consolePages(t, visited);
shownBadges(t, visited);
chosenTreatments(t, visited);
listedSources(t, visited);

t.test('without JavaScript a name leads to a hospital and to an answer about a treatment', async (t) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(home);
  await page.getByLabel('Name of the hospital').fill(RUIJIN);
  await page.getByRole('button', { name: 'Look up' }).click();
  await page.getByRole('link', { name: 'Ruijin Hospital' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ruijin Hospital' }).waitFor();
  await page.getByText(RUIJIN).first().waitFor();
  await page.getByRole('heading', { name: 'Yes, with a caveat' }).waitFor();
  await page.getByText('Check it yourself').click();
  await page.getByText('zgcx.nhc.gov.cn/unit').waitFor();
  await page.getByLabel('May it offer a certain treatment?').selectOption('transplant.heart');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('heading', { name: 'Not known' }).waitFor();
  await page.getByRole('heading', { name: 'What to do next' }).waitFor();
  await page.getByText('Why, and what it rests on').waitFor();
  await page.getByText('A sentence in Chinese to show at the hospital').click();
  t.match(await page.locator('.next .show').innerText(), /请出示/, 'the sentence for the desk is plain text');
  t.equal(await page.getByRole('button', { name: 'Copy' }).count(), 0);
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  t.match(await page.locator('html').getAttribute('lang'), 'zh-Hans');
  await context.close();
});

t.test(
  'the keyboard reaches the content first, a page is light and does not jump, and one screen answers',
  async (t) => {
    const page = await onPhone(context);
    await page.goto(`${home}/hospitals/${id}`);
    await page.evaluate('document.fonts.ready');
    const shift = await layoutShift(page);
    // This browser has no Chinese font: the name moves once when its letters arrive. 0.1 is what Core Web Vitals call good.
    t.ok(shift < 0.1, `layout shift ${shift}`);
    const weight = await weightWithoutFonts(page);
    t.ok(weight <= 51_200, `${weight} bytes without fonts`);
    for (const path of answers(id)) t.strictSame(await belowScreen(page, home + path), [], path);
    await page.getByText('A sentence in Chinese to show at the hospital').click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied').waitFor();
    for (const path of onPaper(id)) {
      await page.goto(home + path);
      const printed = (await page.pdf({ format: 'A4', margin: PAPER })).toString('latin1');
      t.equal((printed.match(/\/Type\s*\/Page\b/g) ?? []).length, 1, `${path} is one page of paper`);
    }
    await page.goto(`${home}/how-we-decide`);
    t.ok((await layoutShift(page)) < 0.01, 'a page of our own words does not move');
    await page.keyboard.press('Tab');
    t.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the content');
    await page.close();
  },
);

t.test('the reference shows itself without a script in the page, and asks nobody else', async (t) => {
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (line) => {
    if (/Content Security Policy|Refused/.test(line.text())) refused.push(line.text());
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${home}/docs/`);
  await page.getByRole('heading', { name: 'Licet', exact: true }).first().waitFor();
  await page.getByText('/v1/verify').first().waitFor();
  t.same(refused, []);
  t.same(
    asked.filter((url) => !url.startsWith(home) && !/^(data|blob):/.test(url)),
    [],
  );
  await page.close();
});

t.test('a hostile name is text: no element of it exists in page or badge', async (t) => {
  const page = await context.newPage();
  await page.goto(`${home}/hospitals/test-hostile-name`);
  t.equal(await page.locator('main script:not([src^="/assets/"]), main image').count(), 0);
  t.match(await page.locator('h1').textContent(), '<script>alert(1)</script>');
  await page.goto(`${home}/badge/test-hostile-name.svg`);
  t.equal(await page.locator('script, image').count(), 0);
  await page.close();
});

t.test(
  'a name of right-to-left and zero-width letters is shown without what hides or turns it',
  async (t) => {
    const page = await onPhone(context);
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
  const page = await context.newPage();
  await page.goto(home);
  const field = page.getByRole('combobox', { name: 'Name of the hospital' });
  await field.pressSequentially('ruijin');
  await page.getByRole('option').first().waitFor();
  t.strictSame(await violations(page), [], 'the open list is accessible');
  t.equal(await field.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[role=option][aria-selected=true]');
  t.equal(await field.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
  const name = ((await chosen.textContent()) ?? '').split(/ · | \(/)[0] ?? '';
  await page.keyboard.press('Escape');
  t.equal(await page.getByRole('option').count(), 0);
  await field.fill(name);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/hospitals/*');
  await page.getByText(name).first().waitFor();
  await page.goto(`${home}/check`);
  await page.getByRole('combobox', { name: 'Name of the hospital' }).pressSequentially('ruijin');
  await page.locator('.names [role=option]').first().click();
  await page.getByRole('button', { name: 'Check' }).click();
  await page.waitForURL('**/check?*');
  const sent = new URL(page.url()).searchParams;
  t.ok(sent.has('id') && !sent.has('name'), 'what was chosen is asked about by its id');
  await page.close();
});

// It publishes, so it comes after all that reads the registry.
capturePages(t, visited);
