import { personalNumberIn } from '../../identifiers/personal-number.ts';
import type { ErrorReport, ErrorReportStore } from '../../store/service/error-reports.ts';
import { storageFault } from '../../store/storage-fault.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, type Query, queryValue } from './page.ts';

export const reportMeta = (page: Page): PageMeta => ({
  title: page.say('common.report-error'),
  description: page.say('report.tell-operator-wrong'),
  index: false,
});

const MAX_TEXT = 2000;
/** Reports that may wait; then the operator has to settle some first. */
const MOST_WAITING = 10_000;

const form = (
  page: Page,
  about: string | undefined,
  text: string | undefined,
  wrong: string | null,
): Html => {
  const { say } = page;
  return html`${wrong === null ? null : html`<p class="note" role="alert">${wrong}</p>`}
<form action="${page.to('/report')}" method="post">
<label for="about">${say('report.page-hospital')}</label><input id="about" name="about" maxlength="300" required value="${about}">
<label for="text">${say('report.wrong-where-can-right')}</label>
<textarea id="text" name="text" rows="6" maxlength="${MAX_TEXT}" required>${text}</textarea>
<p class="fine">${say('report.please-write-no-names')}</p>
<button>${say('report.send')}</button></form>`;
};

const title = (page: Page): Html => html`<h1>${page.say('common.report-error')}</h1>`;

export const reportPage = (page: Page): Html =>
  html`${title(page)}${form(page, queryValue(page.query, 'about'), undefined, null)}`;

const problemWith = (page: Page, about: string | undefined, text: string | undefined): string | null => {
  const { say } = page;
  if (about === undefined) return say('report.about-empty-name-page');
  if (text === undefined) return say('report.text-empty-say-wrong');
  if (about.length > 300 || text.length > MAX_TEXT) return say('report.text-too-long-at', { most: MAX_TEXT });
  if (personalNumberIn(text) !== null || personalNumberIn(about) !== null)
    return say('report.text-holds-number-identifies');
  return null;
};

/** `busy`: another process has been writing for long, as at night. */
const keep = async (
  reports: Pick<ErrorReportStore, 'add'>,
  report: ErrorReport,
): Promise<'kept' | 'full' | 'busy'> => {
  try {
    return (await reports.add(report, MOST_WAITING)) ? 'kept' : 'full';
  } catch (cause) {
    if (storageFault(cause)?.kind === 'busy') return 'busy';
    throw cause;
  }
};

type ReceivedReport = Readonly<{ status: 200 | 400 | 429 | 503; body: Html }>;

/** Takes a report in: 400 with the form and what is wrong, 429 when one sender sends too many, 503 when the queue is full. */
export const receiveReport = async (
  page: Page,
  sent: Query,
  reports: Pick<ErrorReportStore, 'add'>,
  mayWrite: boolean,
): Promise<ReceivedReport> => {
  const { say } = page;
  const about = queryValue(sent, 'about');
  const text = queryValue(sent, 'text');
  const wrong = problemWith(page, about, text);
  const again = (status: ReceivedReport['status'], why: string): ReceivedReport => ({
    status,
    body: html`${title(page)}${form(page, about, status === 400 ? undefined : text, why)}`,
  });
  if (wrong !== null || about === undefined || text === undefined) return again(400, wrong ?? '');
  if (!mayWrite) return again(429, say('report.was-lot-at-once'));
  const report = {
    at: page.now.toISOString(),
    about,
    text,
    lang: page.lang,
    generation: page.reader.generation,
  };
  const kept = await keep(reports, report);
  if (kept === 'full') return again(503, say('report.queue-full-please-try'));
  if (kept === 'busy') return again(503, say('report.could-not-recorded-just'));
  return {
    status: 200,
    body: html`${title(page)}<p role="status">${say('report.thank-operator-will-look')}</p><p><a href="${page.to('/')}">${say('report.back-start')}</a></p>`,
  };
};
