import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import type { PendingCapture } from '../../../store/service/pending-captures.ts';
import type { QueueItem } from '../../operator/queue-item.ts';
import { actButton } from '../../pages/account/frame.ts';
import { type Html, html } from '../../pages/html.ts';
import { type Page, queryValue } from '../../pages/page.ts';
import { answersTable } from './answers-table.ts';
import { rowsPath } from './rows-page.ts';

const whyTexts = {
  watched: 'capture.why-watched',
  'asked-for': 'capture.why-asked-for',
  'too-old': 'capture.why-too-old',
  'soon-too-old': 'capture.why-soon-too-old',
  'well-known': 'capture.why-well-known',
} as const;

/** The address of the page for one hospital at one register. */
const lookAddress = (page: Page, source: string, institution: string | null): string =>
  page.to(`/console/captures/${encodeURIComponent(source)}`, { of: institution ?? undefined });

const item = (page: Page, one: QueueItem, first: boolean): Html => {
  const { say, lang } = page;
  const name = one.title[lang] ?? one.title.zh ?? one.title.en ?? one.institution;
  const why = one.why.map((code) => say(whyTexts[code])).join(say('capture.and'));
  const due = one.due === null ? null : html` ${say('capture.decides-until', { due: one.due })}`;
  return html`<li><a href="${lookAddress(page, one.source, one.institution)}"${first ? html` autofocus` : null}>${name}</a> <span class="fine">${one.place} · ${one.register[lang]} · ${why}${due}</span></li>`;
};

const waiting = (page: Page, one: PendingCapture, mayDecide: boolean): Html => {
  const { say } = page;
  const at = `/console/captures/pending/${one.id}`;
  const rows = one.rows.map(
    ({ fields }) => html`<p>${Object.values(fields).filter(Boolean).join(' · ')}</p>`,
  );
  const proof =
    one.proof === null
      ? null
      : html`<p><a href="${page.to(`/console/pages/${one.proof.sha256}`, { type: one.proof.contentType })}">${say('capture.saved-page')}</a></p>`;
  const taken =
    one.withdraws === null
      ? null
      : html`<p><strong>${say('capture-rows.waits', { key: one.withdraws })}</strong> ${one.because}</p>`;
  const reject = html`<form class="act undo" method="post" action="${page.to(`${at}/reject`)}"><label for="reason-${one.id}">${say('capture.why-not')}</label><input id="reason-${one.id}" name="reason" required minlength="3" maxlength="500"><button>${say('capture.reject')}</button></form>`;
  const decide = mayDecide
    ? html`${actButton(page, `${at}/confirm`, say('capture.confirm-other'))}${reject}`
    : html`<p class="fine">${say('capture.another-decides')}</p>`;
  return html`<section><h3>${say('capture.sent-by', { number: one.id, by: one.by, source: one.source })}</h3>${taken}${rows}${proof}${answersTable(page, one.answers)}${decide}</section>`;
};

const doneNote = (page: Page): Html | null => {
  const done = queryValue(page.query, 'done') ?? '';
  const texts = {
    recorded: 'capture.done-recorded',
    waits: 'capture.done-waits',
    confirmed: 'capture.done-confirmed',
    rejected: 'capture.done-rejected',
  } as const;
  return Object.hasOwn(texts, done)
    ? html`<p class="inset" role="status">${page.say(texts[done as keyof typeof texts])}</p>`
    : null;
};

type Shown = Readonly<{
  queue: readonly QueueItem[];
  pending: readonly PendingCapture[];
  forms: readonly CaptureForm[];
  /** Whether whoever looks may decide about this one: a reviewer, and not whoever sent it. */
  mayDecide: (one: PendingCapture) => boolean;
}>;

/** Whom to look up next, what waits for a second person, and all registers for whoever is not in the queue. */
export const queueBody = (page: Page, { queue, pending, forms, mayDecide }: Shown): Html => {
  const { say, lang } = page;
  const items = queue.map((one, at) => item(page, one, at === 0));
  const open = forms.filter(({ closed }) => closed === null);
  const registers = open.map(
    ({ source, title }) =>
      html`<li><a href="${lookAddress(page, source, null)}">${title[lang]}</a> · <a href="${page.to(`/console/captures/${encodeURIComponent(source)}/file`)}">${say('capture-file.by-file')}</a> · <a href="${page.to(rowsPath(source))}">${say('capture-rows.on-record')}</a></li>`,
  );
  return html`${doneNote(page)}
${pending.length === 0 ? null : html`<h2>${say('capture.second-pair')}</h2>${pending.map((one) => waiting(page, one, mayDecide(one)))}`}
<h2>${say('capture.next')}</h2>${items.length === 0 ? html`<p>${say('capture.none-next')}</p>` : html`<ol>${items}</ol>`}
<h2>${say('capture.other')}</h2><ul>${registers}</ul>`;
};
