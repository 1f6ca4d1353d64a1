import { treatmentGroups } from '../../../../schema/lexicon/treatments.ts';
import { searchTreatments } from '../../../verdict/vocabulary/treatments.ts';
import { hiddenLanguageField } from '../home.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { type Page, queryValue } from '../page.ts';
import { treatmentLink } from './treatment-link.ts';

export const treatmentsMeta = (page: Page): PageMeta => ({
  title: page.say('Treatments', '治疗项目'),
  description: page.say(
    'What each treatment is, which permission it needs in China, and which hospitals lists name for it.',
    '各项治疗是什么、在中国需要何种许可，以及名单列出的医院。',
  ),
  index: queryValue(page.query, 'q') === undefined,
});

/** What is typed is as long as a name of a treatment. */
const MOST_LETTERS = 100;

const searchForm = (page: Page, q: string | undefined): Html => {
  const { say } = page;
  return html`<form action="/treatments" method="get" role="search"><label for="q">${say('Treatment, in your own words', '治疗项目（可用日常用语）')} <span class="fine">${say('such as CAR-T, proton, test-tube baby', '如 CAR-T、质子、试管婴儿')}</span></label>
<div class="search"><input id="q" name="q" type="search" maxlength="${MOST_LETTERS}" value="${q}">${hiddenLanguageField(page)}<button>${say('Find', '查找')}</button></div></form>`;
};

/** All treatments, by what they are looked for under. */
const grouped = (page: Page): readonly Html[] =>
  Object.entries(treatmentGroups).map(
    ([group, title]) =>
      html`<section><h2 id="${group}">${title[page.lang]}</h2><ul>${searchTreatments('')
        .filter((one) => one.group === group)
        .map((one) => html`<li>${treatmentLink(page, one)}</li>`)}</ul></section>`,
  );

const found = (page: Page, q: string): Html => {
  const { say } = page;
  const treatments = searchTreatments(q.slice(0, MOST_LETTERS));
  if (treatments.length === 0)
    return html`<p role="status">${say('No treatment here is called so. All that can be asked about stand below.', '没有以此为名的项目。可查询的项目如下。')}</p>${grouped(page)}`;
  return html`<h2>${say('These words may mean', '可能是指')}</h2><ul>${treatments.map((one) => html`<li>${treatmentLink(page, one)}<br><span class="soft">${one.what[page.lang]}</span></li>`)}</ul>
<p><a href="${page.to('/treatments')}">${say('All treatments', '全部治疗项目')}</a></p>`;
};

/** Every treatment that can be asked about, in everyday words and each once; or those that some words mean. */
export const treatmentsPage = (page: Page): Html => {
  const q = queryValue(page.query, 'q');
  const { say } = page;
  return html`<h1>${say('Treatments', '治疗项目')}</h1>
<p class="soft">${say('What each one is, which permission a hospital needs for it, and whom the lists name.', '各项治疗是什么、医院需要何种许可，以及名单列出的医院。')}</p>
${searchForm(page, q)}${q === undefined ? grouped(page) : found(page, q)}`;
};
