import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import type { NightKind } from '../../../store/night-book.ts';
import { instantOf } from '../../pages/account/instant-of.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

/** The command that ends the lease of a process that is gone; it is the same in every language. */
const BREAK_LEASE = 'licet harvest break-lease --force';

const kinds: Readonly<Record<NightKind, PageText>> = {
  schedule: 'console-today.kind-schedule',
  harvest: 'console-today.kind-harvest',
  capture: 'console-today.kind-capture',
  accept: 'console-today.kind-accept',
  judgement: 'console-today.kind-judgement',
};

/**
 * Who writes to the registry now, since when and until when at the latest, and how that is ended when its process has ended. Only one process
 * writes at a time: while one does, what is recorded here is asked to come again.
 */
export const runningSection = async ({ say, deps, now }: Page): Promise<Html> => {
  const lease = await deps.runs.lease();
  const [newest] = await deps.runs.nights(1);
  const title = html`<h2>${say('console-today.writing')}</h2>`;
  if (lease === undefined) {
    const last =
      newest === undefined
        ? null
        : html` <span class="fine">${say('console-today.last', { what: say(kinds[newest.kind]), at: instantOf(newest.startedAt) })}</span>`;
    return html`${title}<p>${say('console-today.nobody-writes')}${last}</p>`;
  }
  const { holder, takenAt, expiresAt } = lease;
  const what = newest?.state === 'running' ? say(kinds[newest.kind]) : say('console-today.kind-other');
  const held = say('console-today.held', {
    what,
    holder,
    since: instantOf(takenAt),
    until: instantOf(expiresAt),
  });
  const over = Date.parse(expiresAt) < now.getTime() ? html`<p>${say('console-today.time-over')}</p>` : null;
  return html`${title}<p>${held}</p>${over}<p class="fine">${say('console-today.how-to-break')} <code>${BREAK_LEASE}</code></p>`;
};
