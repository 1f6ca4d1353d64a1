import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';
import { whoRuns } from './contact.ts';

export const privacyMeta = (page: Page): PageMeta => ({
  title: page.say('Privacy', '隐私说明'),
  description: page.say(
    'What this service keeps of those who ask, and what not.',
    '本服务保留与不保留的信息。',
  ),
});

/** What is kept of a reader: docs/data-protection.md and docs/threats.md in a reader’s words. */
export const privacyPage = (page: Page): Html => {
  const { say } = page;
  return html`<h1>${say('Privacy', '隐私说明')}</h1>${whoRuns(page)}
<h2>${say('What is not done', '我们不做的')}</h2>
<ul><li>${say('No cookies, no accounts for readers, no advertising, no counting by others. Every file comes from this service.', '不使用 Cookie，不设读者账户，不投放广告，不使用第三方统计；所有文件均由本服务提供。')}</li>
<li>${say('A log line names the kind of page, never the address, the question or what you typed.', '日志只记录页面类别，不记录地址、问题和所填内容。')}</li>
<li>${say('The text of an offer and a badge that you check are read for the answer and kept nowhere.', '所粘贴的广告文本和核验的徽章仅用于答复，不保存。')}</li></ul>
<h2>${say('What is kept', '我们保留的')}</h2>
<ul><li>${say('A report of an error: the text and the page it is about, until whoever runs the service deletes it.', '错误报告：文字及所涉页面，保留至运营方删除。')}</li>
<li>${say('A question about a physician: the time, the purpose and two marks (of your network address and of the person) from which neither can be read, for 180 days.', '医师查询：时间、目的，以及您的网络地址和该医师的不可还原标记，保留180天。')}</li>
<li>${say('Your network address, in memory only, for as long as it takes to keep one reader from asking too often.', '您的网络地址仅短暂存于内存，用于限制过于频繁的请求。')}</li>
<li>${say('A treatment and a hospital that you look up stand in the address of the page, as your browser keeps it. A private window leaves no trace of it.', '您查询的医院和项目会出现在网页地址中并由浏览器保存；使用无痕窗口则不留痕迹。')}</li></ul>
<h2>${say('Physicians', '医师')}</h2>
<p>${say('Of a physician, a register’s public entries are kept under a mark of the name, for 400 days at most, so that a patient’s question about this one person can be answered. There is no list and no search. You may ask what is held about you, have it corrected or deleted: write to the address above.', '对于医师，仅以姓名标记保存登记册的公开信息，最长400天，用于答复患者对该医师的查询；不提供名单和检索。您可写信至上述地址，查阅、更正或删除有关记录。')}</p>`;
};
