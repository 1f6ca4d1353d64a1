import { type BadgeState, badgeStates } from '../../../schema/badge.ts';
import { wordsIn } from '../../badge/words.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import type { Page } from './page.ts';
import { stateIcon } from './views/state-icon.ts';

export const methodMeta = (page: Page): PageMeta => ({
  title: page.say('common.how-we-decide'),
  description: page.say('how-we-decide.each-answer-licet-means'),
});

const rules = (page: Page): Html => {
  const { say } = page;
  return html`<ul><li>${say('how-we-decide.only-authorities-decide-newspapers')}</li>
<li>${say('how-we-decide.each-kind-permission-own')}</li>
<li>${say('how-we-decide.nothing-counts-after-last')}</li>
<li>${say('how-we-decide.similar-name-not-same')}</li>
<li>${say('how-we-decide.every-yes-every-no')}</li>
<li>${say('how-we-decide.military-hospitals-no-civil')}</li>
<li>${say('how-we-decide.licence-does-not-tell')}</li></ul>`;
};

/** The word that machines read for the same (`outcome` of the API). */
const codeOf = (page: Page, state: BadgeState): string => {
  if (state === 'not-for-site') return page.say('how-we-decide.badges-only');
  const code = state === 'expired' || state === 'prohibited' ? 'refuted' : state;
  return page.say('how-we-decide.outcome', { code });
};

/** What each word means and what it takes. */
export const methodPage = (page: Page): Html => {
  const { say, lang } = page;
  return html`<h1>${say('common.how-we-decide')}</h1>
<p>${say('how-we-decide.licet-reads-lists-authorities')}</p>
<h2>${say('how-we-decide.words')}</h2>
${badgeStates.map((state) => html`<section class="verdict ${state}"><h3>${stateIcon(state)} <span>${wordsIn(lang).state[state]} <span class="fine">${codeOf(page, state)}</span></span></h3><p>${say(`how-we-decide.means-${state}`)}</p></section>`)}
<h2>${say('how-we-decide.rules')}</h2>${rules(page)}
<p class="fine">${say('how-we-decide.rules-version', { version: POLICY_VERSION })}</p>`;
};
