import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { RunState, SourceState } from '../../../../schema/reference.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';

/** How a reading ended that brought nothing new: the list goes on ageing. */
const FAILED: readonly RunState[] = ['refused', 'challenged', 'unreachable', 'forbidden', 'too-big'];

const failedLine = (
  page: Page,
  { descriptor, lastRun, lastRunAt, lastIssue, editions }: SourceState,
): Html => {
  const { say, lang } = page;
  const words = lastRun === null ? '' : (pageWords.lastRuns[lastRun]?.[lang] ?? lastRun);
  const on = lastRunAt === null ? '' : shanghaiDay(new Date(lastRunAt));
  const asOf = editions.at(-1)?.asOf ?? null;
  const held = asOf === null ? say('common.no-date-printed') : say('console.held-of', { asOf });
  return html`<li><strong>${descriptor.title[lang]}</strong>${page.say('common.colon')}${words} <span class="fine">${datedText(page, on)} · ${datedText(page, held)}</span>${lastIssue === null ? null : html`<br><span class="fine" lang="en">${lastIssue}</span>`}</li>`;
};

/** The sources whose newest reading was refused or did not reach them, and of when the list is that is held instead. */
export const failedSection = (page: Page): Html => {
  const { say, reader } = page;
  const failed = [...reader.reference.sources.values()].filter(
    ({ lastRun }) => lastRun !== null && FAILED.includes(lastRun),
  );
  const list =
    failed.length === 0
      ? html`<p>${say('console.nothing-failed')}</p>`
      : html`<ul>${failed.map((one) => failedLine(page, one))}</ul>`;
  return html`<h2>${say('console.failed')}</h2>${list}`;
};
