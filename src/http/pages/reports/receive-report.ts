import { sniffProof } from '../../../harvest/capture/proof.ts';
import { personalNumberIn } from '../../../identifiers/personal-number.ts';
import type { ErrorReport, ErrorReportStore, SentAlong } from '../../../store/service/error-reports.ts';
import { passes } from '../../../store/storage-fault.ts';
import { newToken, readDomain } from '../../badge/sites.ts';
import { tokenKind } from '../../tokens.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import type { SentReport } from './read-report.ts';
import { MOST_TEXT, reportForm, reportTitle } from './report-form.ts';

/** Reports that may wait; then the operator has to settle some first. */
const MOST_WAITING = 10_000;
const DAY_MS = 86_400_000;
/** How long an answered report is kept, in days: its sender may read the answer for so long. */
const KEPT_DAYS = 90;

/** Reports answered before this instant are forgotten. */
export const forgottenBefore = (now: Date): string =>
  new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
const FILE_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** The secret part of the address at which a sender reads the answer. */
export const statusToken = tokenKind('report_');

type Read = Readonly<{ report: ErrorReport; along: Omit<SentAlong, 'statusHash'> }>;

const textFault = (page: Page, { about, text, site }: SentReport): string | null => {
  const { say } = page;
  if (about === undefined) return say('report.about-empty-name-page');
  if (text === undefined) return say('report.text-empty-say-wrong');
  if (about.length > 300 || text.length > MOST_TEXT)
    return say('report.text-too-long-at', { most: MOST_TEXT });
  if ([text, about, site ?? ''].some((one) => personalNumberIn(one) !== null))
    return say('report.text-holds-number-identifies');
  return null;
};

const fileOf = (page: Page, { file }: SentReport): SentAlong['file'] | string => {
  if (file === null) return null;
  const sniffed = sniffProof(file.bytes, file.name);
  const taken = 'proof' in sniffed && FILE_TYPES.includes(sniffed.proof.contentType);
  return taken
    ? { bytes: file.bytes, type: sniffed.proof.contentType }
    : page.say('report.file-of-other-form');
};

const siteOf = (page: Page, { correction, site }: SentReport): SentAlong['site'] | string => {
  if (!correction || site === undefined) return null;
  const domain = readDomain(site);
  return domain === null ? page.say('register.no-domain') : { domain, token: newToken() };
};

/** What was sent, or what is wrong with it in the reader's words. */
const read = (page: Page, sent: SentReport): Read | string => {
  const wrong = textFault(page, sent);
  const [file, site] = [fileOf(page, sent), siteOf(page, sent)];
  const { about = '', text = '', correction } = sent;
  if (wrong !== null) return wrong;
  if (typeof file === 'string') return file;
  if (typeof site === 'string') return site;
  const { lang, now, reader } = page;
  return {
    report: { at: now.toISOString(), about, text, lang, generation: reader.generation },
    along: { kind: correction ? 'correction' : 'error', file, site },
  };
};

/** `busy`: another process has been writing for long, as at night, or the database does not answer. */
const keep = async (
  page: Page,
  reports: Pick<ErrorReportStore, 'add'>,
  { report, along }: Read,
): Promise<string | 'full' | 'busy'> => {
  const { token, tokenHash } = statusToken.make();
  try {
    const kept = await reports.add(
      report,
      MOST_WAITING,
      { ...along, statusHash: tokenHash },
      forgottenBefore(page.now),
    );
    return kept ? token : 'full';
  } catch (cause) {
    if (passes(cause)) return 'busy';
    throw cause;
  }
};

type ReceivedReport = Readonly<{ status: 200 | 400 | 429 | 503; body: Html }>;

const thanks = (page: Page, token: string, site: boolean): Html => {
  const { say } = page;
  const address = `/report/${token}`;
  return html`${reportTitle(page)}<p role="status">${say('report.thank-operator-will-look')}</p>
<p>${say('report.keep-address')} <a href="${page.to(address)}">${page.base}${address}</a></p>
${site ? html`<p>${say('report.prove-there')}</p>` : null}
<p><a href="${page.to('/')}">${say('report.back-start')}</a></p>`;
};

/** Takes a report in: 400 with the form and what is wrong, 429 when one sender sends too many, 503 when the queue is full. */
export const receiveReport = async (
  page: Page,
  sent: SentReport,
  reports: Pick<ErrorReportStore, 'add'>,
  mayWrite: boolean,
): Promise<ReceivedReport> => {
  const { say } = page;
  const again = (status: ReceivedReport['status'], why: string): ReceivedReport => {
    // What holds a person's number is not shown again.
    const typed = status === 400 && why === say('report.text-holds-number-identifies') ? {} : sent;
    return { status, body: html`${reportTitle(page)}${reportForm(page, typed, why)}` };
  };
  const wish = read(page, sent);
  if (typeof wish === 'string') return again(400, wish);
  if (!mayWrite) return again(429, say('report.was-lot-at-once'));
  const kept = await keep(page, reports, wish);
  if (kept === 'full') return again(503, say('report.queue-full-please-try'));
  if (kept === 'busy') return again(503, say('report.could-not-recorded-just'));
  return { status: 200, body: thanks(page, kept, wish.along.site !== null) };
};
