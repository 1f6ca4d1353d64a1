import type { Treatment } from '../../../../schema/lexicon/treatments.ts';
import { gatesOf, servicesOf, treatmentOf } from '../../../verdict/vocabulary/treatments.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';
import { suggestAttributes, suggestScript } from '../views/choices.ts';
import { hiddenLanguageField } from '../views/hidden-language.ts';
import { limitOf } from '../views/question-inputs.ts';
import { permissions, questionsToAsk, unpublished, warningSigns } from './explained.ts';
import { listsOf } from './lists.ts';
import { type NamedPage, namedHospitals } from './named-hospitals.ts';

/** The treatment whose page stands at a code; null where no code is written so. */
export const findTreatment = (code: string): Treatment | null => treatmentOf(code) ?? null;

export const treatmentMeta = (page: Page, treatment: Treatment): PageMeta => ({
  title: page.say('treatment.who-may-offer-china', { treatment: treatment.name[page.lang] }),
  description: treatment.what[page.lang],
  index: page.query.page === undefined,
});

/** The question most readers come with: may this one hospital? */
const askForm = (page: Page, { code }: Treatment): Html => {
  const { say } = page;
  return html`<form action="/check" method="get"><label for="name">${say('treatment.may-certain-hospital-offer')}</label>
<div class="search"><input id="name" name="name" ${limitOf('name')} required ${suggestAttributes(page, 'choose')}><input type="hidden" name="service" value="${code}">${hiddenLanguageField(page)}<button>${say('common.check')}</button></div>${suggestScript}</form>`;
};

/** What the law calls it, where that is not the everyday name. */
const legalNames = (page: Page, treatment: Treatment): Html => {
  const { say, lang } = page;
  const names = servicesOf(treatment).map(
    ({ code, name }) => `${name[lang]}${lang === 'zh' ? `（${code}）` : ` (${code}, ${name.zh})`}`,
  );
  return html`<p class="fine">${say('treatment.rules')} ${names.join(lang === 'zh' ? '；' : '; ')}</p>`;
};

/** For whom a product is approved, where that is known. */
const approvedFor = (page: Page, treatment: Treatment): readonly Html[] =>
  servicesOf(treatment).flatMap(({ product }) =>
    product?.indication === undefined
      ? []
      : [html`<p>${page.say('treatment.reported-approved')} ${product.indication[page.lang]}</p>`],
  );

/** One treatment: what it is, what permission it needs and what proves it; only then whom the lists name. */
export const treatmentPage = async (page: Page, treatment: Treatment, named: NamedPage): Promise<Html> => {
  const gates = gatesOf(treatment);
  const prohibited = gates.includes('prohibited-technology');
  return html`<h1>${treatment.name[page.lang]}</h1>
<p>${treatment.what[page.lang]}</p>${approvedFor(page, treatment)}${legalNames(page, treatment)}
${prohibited ? html`<p class="note" role="note"><strong>${page.say('treatment.no-hospital-mainland-china')}</strong></p>` : askForm(page, treatment)}
${permissions(page, treatment, gates)}
${listsOf(page, gates)}
${unpublished(page, gates)}
${questionsToAsk(page, treatment, gates)}
${warningSigns(page, gates)}
${prohibited ? null : await namedHospitals(page, treatment, named)}`;
};
