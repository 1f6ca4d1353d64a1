import { nextSteps } from '../../../../schema/lexicon/next-steps.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import type { NextStep } from '../../../../schema/verdict-lines.ts';
import { assets } from '../assets.ts';
import { type Html, html, safeWebAddress } from '../html.ts';
import type { Page } from '../page.ts';

/** After a full yes: what a register cannot know, and a reader can see at the desk. */
const afterYes = (page: Page): NextStep => ({
  text: nextSteps.confirmed.text[page.lang],
  url: null,
  type: null,
  show: nextSteps.confirmed.show,
});

const ifMeant = ({ say }: Page): string => say('next-step.if-mean-hospital-below');

/** The step that fits the answer: of what was asked and is no yes, else of the licence; where several could be meant, what settles it. */
export const stepOf = (page: Page, { asked, licence, outcome, identity }: Verdict): NextStep | null => {
  if (outcome === 'confirmed') return afterYes(page);
  const step = asked.find(({ next }) => next !== null)?.next ?? licence.next;
  if (step === null) return null;
  if (identity.settle !== undefined) return { ...step, text: identity.settle.text };
  const offered = identity.why.some(({ code }) => code === 'name.nearest');
  return offered ? { ...step, text: `${ifMeant(page)}${step.text}` } : step;
};

const opened = (next: NextStep): Html | null => {
  const safe = next.url === null ? null : safeWebAddress(next.url);
  if (safe === null) return null;
  return html`<p><a href="${safe}" rel="noopener noreferrer">${new URL(safe).hostname}</a>${next.type === null ? null : html`<br><span class="soft">${next.type}</span>`}</p>`;
};

/** Marks text that gets a button to copy it, with the button's words. */
export const copyAttributes = (page: Page): Html =>
  html`data-copy="${page.say('next-step.copy')}" data-copied="${page.say('next-step.copied')}"`;

/** The script behind it; without it the text is selected by hand. */
export const copyScript = html`<script type="module" src="${assets.copy}"></script>`;

/** A Chinese sentence to show at the desk; selectable text, with a button to copy it where scripts run. */
const shown = (page: Page, show: string | null): Html | null =>
  show === null
    ? null
    : html`<details><summary>${page.say('next-step.sentence-chinese-show-at')}</summary><p class="show" lang="zh-Hans" ${copyAttributes(page)}>${show}</p></details>${copyScript}`;

/** What to do next: one step of under ten minutes, one page to open, one sentence to show. */
export const nextStep = (page: Page, next: NextStep | null): Html | null =>
  next === null
    ? null
    : html`<section class="next" aria-labelledby="next"><h2 id="next">${page.say('next-step.do-next')}</h2><p>${next.text}</p>
${opened(next)}${shown(page, next.show)}</section>`;
