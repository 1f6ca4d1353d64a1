import type { Treatment } from '../../../../schema/lexicon/treatments.ts';
import { gatesOf, servicesOf, treatmentOf } from '../../../verdict/vocabulary/treatments.ts';
import { hiddenLanguageField } from '../home.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';
import { suggestAttributes, suggestScript } from '../views/choices.ts';
import { limitOf } from '../views/question-inputs.ts';
import { permissions, questionsToAsk, unpublished, warningSigns } from './explained.ts';
import { listsOf } from './lists.ts';
import { type NamedPage, namedHospitals } from './named-hospitals.ts';

/** The treatment whose page stands at a code; null where no code is written so. */
export const findTreatment = (code: string): Treatment | null => treatmentOf(code) ?? null;

export const treatmentMeta = (page: Page, treatment: Treatment): PageMeta => ({
  title: page.say(
    `${treatment.name.en}: who may offer it in China`,
    `${treatment.name.zh}：哪些医院可以开展`,
  ),
  description: treatment.what[page.lang],
  index: page.query.page === undefined,
});

/** The question most readers come with: may this one hospital? */
const askForm = (page: Page, { code }: Treatment): Html => {
  const { say } = page;
  return html`<form action="/check" method="get"><label for="name">${say('May a certain hospital offer it?', '某家医院可以开展吗？')}</label>
<div class="search"><input id="name" name="name" ${limitOf('name')} required ${suggestAttributes(page, 'choose')}><input type="hidden" name="service" value="${code}">${hiddenLanguageField(page)}<button>${say('Check', '查询')}</button></div>${suggestScript}</form>`;
};

/** What the law calls it, where that is not the everyday name. */
const legalNames = (page: Page, treatment: Treatment): Html => {
  const { say, lang } = page;
  const names = servicesOf(treatment).map(
    ({ code, name }) => `${name[lang]}${lang === 'zh' ? `（${code}）` : ` (${code}, ${name.zh})`}`,
  );
  return html`<p class="fine">${say('In the rules:', '法规名称：')} ${names.join(lang === 'zh' ? '；' : '; ')}</p>`;
};

/** For whom a product is approved, where that is known. */
const approvedFor = (page: Page, treatment: Treatment): readonly Html[] =>
  servicesOf(treatment).flatMap(({ product }) =>
    product?.indication === undefined
      ? []
      : [
          html`<p>${page.say('Reported to be approved for:', '据报道获批用于：')} ${product.indication[page.lang]}</p>`,
        ],
  );

/** One treatment: what it is, what permission it needs and what proves it; only then whom the lists name. */
export const treatmentPage = async (page: Page, treatment: Treatment, named: NamedPage): Promise<Html> => {
  const gates = gatesOf(treatment);
  const prohibited = gates.includes('prohibited-technology');
  return html`<h1>${treatment.name[page.lang]}</h1>
<p>${treatment.what[page.lang]}</p>${approvedFor(page, treatment)}${legalNames(page, treatment)}
${prohibited ? html`<p class="note" role="note"><strong>${page.say('No hospital in mainland China may offer this.', '中国内地任何医院均不得开展。')}</strong></p>` : askForm(page, treatment)}
${permissions(page, treatment, gates)}
${listsOf(page, gates)}
${unpublished(page, gates)}
${questionsToAsk(page, treatment, gates)}
${warningSigns(page, gates)}
${prohibited ? null : await namedHospitals(page, treatment, named)}`;
};
