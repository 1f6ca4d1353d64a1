import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';

/** What the operator gave as `LICET_CONTACT`, as an address that can be opened: mail or web. */
export const contactAddress = (contact: string): string => {
  if (/^(?:https?:\/\/|mailto:)/i.test(contact)) return contact;
  return contact.includes('@') ? `mailto:${contact}` : `https://${contact}`;
};

/** Who runs this service, as far as the operator said. */
export const whoRuns = (page: Page): Html => {
  const { contact } = page.deps.config;
  const { say } = page;
  if (contact === null)
    return html`<p class="note">${say('Whoever runs this service has not given an address (LICET_CONTACT).', '本服务的运营方尚未提供联系方式（LICET_CONTACT）。')}</p>`;
  const safe = contactAddress(contact);
  return html`<p>${say('This service is run by:', '本服务运营方：')} <a href="${safe}">${contact}</a></p>`;
};

export const contactMeta = (page: Page): PageMeta => ({
  title: page.say('Contact', '联系方式'),
  description: page.say('Who runs this service, and where to write.', '本服务的运营方与联系方式。'),
});

/** Where to write, for what. */
export const contactPage = (page: Page): Html => {
  const { say } = page;
  return html`<h1>${say('Contact', '联系方式')}</h1>${whoRuns(page)}
<h2>${say('For what', '事项')}</h2>
<ul><li>${say('Something shown here is wrong:', '页面内容有误：')} <a href="${page.to('/report')}">${say('report an error', '报告错误')}</a></li>
<li>${say('You are a physician and want to know, correct or delete what is held about you: write to the address above.', '您是医师，希望查阅、更正或删除有关您的记录：请写信至上述地址。')}</li>
<li>${say('You found a fault in the security of this service: write to the address above, and leave out personal numbers.', '您发现本服务的安全问题：请写信至上述地址，勿附个人证件号码。')}</li>
<li>${say('An emergency, or a question about your treatment: ask a physician. Nobody here can answer it.', '紧急情况或治疗问题：请咨询医师，本站无法答复。')}</li></ul>`;
};
