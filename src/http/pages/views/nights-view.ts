import type { SourceNight } from '../../../store/night-types.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

const words = {
  accepted: ['read, and something had changed', '已读取，内容有变化'],
  unchanged: ['read, unchanged', '已读取，无变化'],
  refused: ['the page looked wrong and was not accepted', '页面异常，未予采用'],
  challenged: ['stopped by a captcha', '遇到验证码'],
  unreachable: ['could not be reached', '无法访问'],
  forbidden: ['reading is not permitted there', '该站点不允许自动读取'],
  'too-big': ['the page was too large', '页面过大'],
  deferred: ['put off', '已推迟'],
  failed: ['failed on our side', '因我方原因失败'],
} as const satisfies Record<SourceNight['state'], readonly [string, string]>;

const signs: Readonly<Partial<Record<SourceNight['state'], string>>> = { accepted: '●', unchanged: '○' };
const TROUBLE = '×';

/** The last nights of one source at a glance: ● read and changed, ○ read and unchanged, × not read. Oldest first. */
export const nightsView = (page: Page, nights: readonly SourceNight[]): Html | null => {
  if (nights.length === 0) return null;
  const { say } = page;
  const good = nights.filter(({ state }) => signs[state] !== undefined).length;
  const marks = nights.map(({ at, state }) => {
    const [en, zh] = words[state];
    return html`<span title="${shanghaiDay(new Date(at))} · ${say(en, zh)}">${signs[state] ?? TROUBLE}</span>`;
  });
  return html`<p class="fine">${say(
    `Last ${nights.length === 1 ? 'reading' : `${nights.length} readings, ${good} of them good`}:`,
    `最近 ${nights.length} 次读取，正常 ${good} 次：`,
  )} <span aria-hidden="true">${marks}</span></p>`;
};
