import { personalNumberIn } from '../../identifiers/personal-number.ts';
import type { ErrorReport, ErrorReportStore } from '../../store/service/error-reports.ts';
import { storageFault } from '../../store/storage-fault.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, type Query, queryValue } from './page.ts';

export const reportMeta = (page: Page): PageMeta => ({
  title: page.say('Report an error', '报告错误'),
  description: page.say('Tell the operator what is wrong.', '告诉我们哪里有误。'),
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
<label for="about">${say('Which page or hospital?', '哪个页面或医院？')}</label><input id="about" name="about" maxlength="300" required value="${about}">
<label for="text">${say('What is wrong, and where can the right thing be seen?', '哪里有误？正确信息可在何处查到？')}</label>
<textarea id="text" name="text" rows="6" maxlength="${MAX_TEXT}" required>${text}</textarea>
<p class="fine">${say('Please write no names of patients or physicians and no identity numbers. We keep the text, not who sent it.', '请勿填写患者或医师姓名及证件号码。我们只保存内容，不记录发送者。')}</p>
<button>${say('Send', '提交')}</button></form>`;
};

const title = (page: Page): Html => html`<h1>${page.say('Report an error', '报告错误')}</h1>`;

export const reportPage = (page: Page): Html =>
  html`${title(page)}${form(page, queryValue(page.query, 'about'), undefined, null)}`;

const problemWith = (page: Page, about: string | undefined, text: string | undefined): string | null => {
  const { say } = page;
  if (about === undefined) return say('about: is empty; name a page or a hospital.', '请填写页面或医院。');
  if (text === undefined) return say('text: is empty; say what is wrong.', '请说明错误内容。');
  if (about.length > 300 || text.length > MAX_TEXT)
    return say(`text: is too long; at most ${MAX_TEXT} letters.`, `内容过长，最多 ${MAX_TEXT} 字。`);
  if (personalNumberIn(text) !== null || personalNumberIn(about) !== null)
    return say(
      'text: holds a number that identifies a person. It was not kept; please leave it out.',
      '内容含有可识别个人身份的号码，未予保存，请删除后再提交。',
    );
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
  if (!mayWrite)
    return again(
      429,
      say('That was a lot at once. Please try again in a minute.', '提交过于频繁，请一分钟后再试。'),
    );
  const report = {
    at: page.now.toISOString(),
    about,
    text,
    lang: page.lang,
    generation: page.reader.generation,
  };
  const kept = await keep(reports, report);
  if (kept === 'full')
    return again(503, say('The queue is full. Please try again later.', '队列已满，请稍后再试。'));
  if (kept === 'busy')
    return again(
      503,
      say(
        'It could not be recorded just now. Please send it again in a minute.',
        '暂时无法保存，请一分钟后再次提交。',
      ),
    );
  return {
    status: 200,
    body: html`${title(page)}<p role="status">${say('Thank you. The operator will look at it.', '感谢您，我们会核实。')}</p><p><a href="${page.to('/')}">${say('Back to the start', '返回首页')}</a></p>`,
  };
};
