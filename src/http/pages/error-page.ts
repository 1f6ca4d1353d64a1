import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import type { Page } from './page.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

type Words = readonly [en: string, zh: string, enMore: string, zhMore: string];

const wordsOf = (status: number): Words => {
  if (status === 404)
    return [
      'There is nothing here',
      '此处没有内容',
      'The address is wrong, or the hospital is not in this registry. That says nothing about the hospital.',
      '地址有误，或该机构未收录；这并不说明医院有任何问题。',
    ];
  if (status === 429)
    return ['Too many requests', '请求过于频繁', 'Please wait a minute and try again.', '请稍候一分钟再试。'];
  if (status >= 500)
    return [
      'Something broke on our side',
      '服务出现故障',
      'Nothing about any hospital follows from it. Please try again shortly.',
      '这与任何医院无关，请稍后再试。',
    ];
  return [
    'This cannot be read',
    '无法读取',
    'Something in the address is not as expected.',
    '地址中有不符合要求的内容。',
  ];
};

export const errorMeta = (page: Page, status: number): PageMeta => {
  const [en, zh, more, moreZh] = wordsOf(status);
  return { title: page.say(en, zh), description: page.say(more, moreZh), index: false };
};

/** What a reader sees instead of a problem document. */
export const errorPage = (page: Page, status: number): Html => {
  const [en, zh, more, moreZh] = wordsOf(status);
  const { say } = page;
  return html`<h1>${say(en, zh)}</h1><p>${say(more, moreZh)}</p>
<form action="/" method="get" role="search"><label for="q">${labelOf(page, 'name')}</label><div class="search"><input id="q" name="q" type="search" ${limitOf('name')} required><button>${say('Look up', '查询')}</button></div></form>`;
};
