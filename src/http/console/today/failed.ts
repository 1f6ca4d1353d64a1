import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { RunState, SourceState } from '../../../../schema/reference.ts';
import type { SourceNight } from '../../../store/run-book.ts';
import { instantOf } from '../../pages/account/instant-of.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';

/** How a reading ended that brought nothing new: the list goes on ageing. */
const FAILED: readonly RunState[] = ['refused', 'challenged', 'unreachable', 'forbidden', 'too-big'];

/** A source whose newest reading failed. */
export type FailedSource = Readonly<{ source: SourceState; night: SourceNight }>;

/**
 * The sources whose newest reading was refused or did not reach them. Asked of the runs themselves: a night that brings nothing new
 * publishes no generation, so that what answers does not know of it.
 */
export const failedSources = async ({ reader, deps }: Page): Promise<readonly FailedSource[]> => {
  const nights = await deps.runs.lastNights(1);
  return [...reader.reference.sources.values()].flatMap((source) => {
    const night = nights.get(source.descriptor.id)?.at(-1);
    return night !== undefined && FAILED.includes(night.state) ? [{ source, night }] : [];
  });
};

const failedLine = (page: Page, { source: { descriptor, editions }, night }: FailedSource): Html => {
  const { say, lang } = page;
  const words = pageWords.lastRuns[night.state]?.[lang] ?? night.state;
  const asOf = editions.at(-1)?.asOf ?? null;
  const held = asOf === null ? say('common.no-date-printed') : say('console.held-of', { asOf });
  const upheld = night.upheld ? html`${say('common.colon')}${say('console.upheld')}` : null;
  return html`<li><strong>${descriptor.title[lang]}</strong>${say('common.colon')}${words}${upheld} <span class="fine">${instantOf(night.at)} · ${datedText(page, held)}</span></li>`;
};

/** What failed, and of when the list is that is held instead. */
export const failedSection = (page: Page, failed: readonly FailedSource[]): Html => {
  const { say } = page;
  const list =
    failed.length === 0
      ? html`<p>${say('console.nothing-failed')}</p>`
      : html`<ul>${failed.map((one) => failedLine(page, one))}</ul>`;
  return html`<h2>${say('console.failed')}</h2>${list}`;
};
