import { type RightsKind, rightsBasis, rightsKinds, rightsRules } from '../../../../schema/rights-request.ts';
import { MOST_REQUEST_TEXT } from '../../../registry/rights-requests.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { whoRuns } from '../legal/contact.ts';
import type { Page } from '../page.ts';

/** Where requests are sent; what became of one stands below it. */
export const RIGHTS_PATH = '/physician/request';

/** What each kind of request is called. */
export const rightsTexts = {
  access: 'rights.access',
  correction: 'rights.correction',
  erasure: 'rights.erasure',
} as const satisfies Readonly<Record<RightsKind, string>>;

export const rightsMeta = (page: Page): PageMeta => ({
  title: page.say('rights.your-data'),
  description: page.say('rights.what-for'),
  index: false,
});

export const rightsTitle = (page: Page): Html => html`<h1>${page.say('rights.your-data')}</h1>`;

/** The form, with what is wrong with what was sent; words that were typed are shown again only where they name nobody. */
export const rightsForm = (
  page: Page,
  typed: Readonly<{ kind?: RightsKind | undefined; text?: string | undefined }>,
  wrong: string | null,
): Html => {
  const { say } = page;
  const choice = (kind: RightsKind): Html =>
    html`<p><label><input type="radio" class="box" name="kind" value="${kind}" required${typed.kind === kind ? html` checked` : null}> ${say(rightsTexts[kind])}</label> <span class="fine">${rightsBasis(kind).join(', ')}</span></p>`;
  return html`${wrong === null ? null : html`<p class="note" role="alert">${wrong}</p>`}
<form action="${page.to(RIGHTS_PATH)}" method="post" autocomplete="off"><fieldset><legend>${say('rights.what-ask')}</legend>${rightsKinds.map(choice)}</fieldset>
<label for="text">${say('rights.what-about')}</label><textarea id="text" name="text" rows="4" maxlength="${MOST_REQUEST_TEXT}" aria-describedby="text-hint">${typed.text ?? ''}</textarea>
<p class="fine" id="text-hint">${say('rights.no-names')}</p><button>${say('rights.send')}</button></form>`;
};

/** `/physician/request`: a physician asks what is held, or that it be corrected or erased. */
export const rightsPage = (page: Page): Html => {
  const { say } = page;
  const { deadline, keptDays } = rightsRules;
  return html`${rightsTitle(page)}<p class="soft">${say('rights.what-for')}</p>
<ul><li>${say('rights.deadline', { days: deadline.days })}</li><li>${say('rights.who-you-are')}</li><li>${say('rights.kept', { days: keptDays })}</li></ul>
${whoRuns(page)}${rightsForm(page, {}, null)}`;
};
