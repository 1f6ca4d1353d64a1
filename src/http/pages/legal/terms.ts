import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';
import { whoRuns } from './contact.ts';

export const termsMeta = (page: Page): PageMeta => ({
  title: page.say('Terms of use', '使用条款'),
  description: page.say('What an answer is, and what it is not.', '答复的含义与限度。'),
});

/** What a reader may expect of an answer, and what not. */
export const termsPage = (page: Page): Html => {
  const { say } = page;
  return html`<h1>${say('Terms of use', '使用条款')}</h1>${whoRuns(page)}
<ul><li>${say('An answer repeats what authorities and issuers had published by the date it names. Lists are late and have gaps: look yourself before you pay or travel.', '答复转述官方机构与认证机构截至所注日期公布的内容。名单有滞后和缺口，付款或动身前请自行核实。')}</li>
<li>${say('It is no medical advice, no legal advice, and no word on how well anybody treats.', '答复不构成医疗或法律建议，也不评价诊疗水平。')}</li>
<li>${say('“Not known” says nothing against a hospital. Please do not show it as if it did.', '“无法确认”不构成对医院不利的证据，请勿作此引用。')}</li>
<li>${say('You may quote an answer with its date and a link to its page. A badge may be shown only where it was issued for.', '引用答复须注明日期并链接到原页面；徽章只能在签发所载的网站上展示。')}</li>
<li>${say('Lists belong to those who publish them; the page of sources names each and its terms.', '名单版权归发布机构所有；“数据来源”页列明各名单。')} <a href="${page.to('/sources')}">${say('Sources', '数据来源')}</a></li>
<li>${say('The service is given as it is, without warranty. The program is free software under the Apache License 2.0.', '本服务按现状提供，不作担保。程序为自由软件，采用 Apache License 2.0。')}</li></ul>`;
};
