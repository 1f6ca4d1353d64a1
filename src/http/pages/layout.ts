import { pathIn } from './address-in.ts';
import { assets } from './assets.ts';
import { type Html, html, rawHtml } from './html.ts';
import type { Page } from './page.ts';
import { CARD_HEIGHT, CARD_WIDTH, type CardImage } from './preview/card.ts';
import { datedText } from './views/dated-text.ts';

/** What a page says of itself to browsers, search engines and chat previews. */
export type PageMeta = Readonly<{
  title: string;
  description: string;
  /** False for pages that answer one person's question. */
  index?: boolean;
  /** The picture that chats and social networks show beside a link. */
  image?: CardImage;
  /** schema.org, as JSON-LD. */
  data?: Readonly<Record<string, unknown>>;
  /** More elements of the head. */
  head?: Html;
}>;

/** JSON inside a script element: `<` is the only letter that could end it. */
const jsonLd = (data: PageMeta['data']): Html =>
  data === undefined
    ? html``
    : rawHtml(`<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`);

const picture = ({ url, alt }: CardImage): Html => html`<meta property="og:image" content="${url}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${CARD_WIDTH}">
<meta property="og:image:height" content="${CARD_HEIGHT}">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="summary_large_image">`;

const head = (page: Page, meta: PageMeta): Html => html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${meta.title} · Licet</title>
<meta name="description" content="${meta.description}">
${meta.index === false ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${page.base}${page.path}">`}
<meta name="color-scheme" content="light dark">
<meta property="og:site_name" content="Licet">
<meta property="og:type" content="website">
<meta property="og:title" content="${meta.title}">
<meta property="og:description" content="${meta.description}">
<meta property="og:locale" content="${page.lang === 'zh' ? 'zh_CN' : 'en_GB'}">
${meta.image === undefined ? null : picture(meta.image)}
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="preload" href="${assets.blank}" as="font" type="font/ttf" crossorigin>
<link rel="stylesheet" href="${assets.fonts}">
<link rel="stylesheet" href="${assets.style}">
${meta.head}${jsonLd(meta.data)}
</head>`;

const link = (page: Page, path: string, text: string): Html =>
  html`<a href="${page.to(path)}"${page.path === path ? html` aria-current="page"` : null}>${text}</a>`;

/** One row on a phone: what is looked for most, and the other language. All else stands at the foot. */
const header = (page: Page): Html => {
  const { say } = page;
  const other =
    page.lang === 'zh' ? html`hreflang="en" lang="en">English` : html`hreflang="zh" lang="zh">中文`;
  return html`<a class="skip" href="#main">${say('layout.skip-content')}</a>
<header class="top"><a class="brand" href="${page.to('/')}">Licet</a>
<nav aria-label="${say('layout.main')}">${link(page, '/check', say('layout.treatment'))}
${link(page, '/offer', say('layout.offer'))}
${link(page, '/compare', say('layout.compare'))}
<a class="lang" href="${pathIn(page, page.lang === 'zh' ? 'en' : 'zh')}" ${other}</a></nav></header>`;
};

const footerLinks = (page: Page): readonly Html[] => {
  const { say } = page;
  return [
    link(page, '/treatments', say('common.treatments')),
    link(page, '/physician', say('layout.physician')),
    link(page, '/sources', say('common.sources')),
    link(page, '/how-we-decide', say('common.how-we-decide')),
    link(page, '/verify-badge', say('layout.badge-genuine')),
    link(page, '/partners', say('layout.partners-badge')),
    html`<a href="${page.to('/report', { about: page.path })}">${say('common.report-error')}</a>`,
    link(page, '/contact', say('common.contact')),
    link(page, '/privacy', say('common.privacy')),
    link(page, '/terms', say('layout.terms')),
    html`<a href="/docs">API</a>`,
  ];
};

const footer = (page: Page): Html => {
  const { say } = page;
  return html`<footer class="foot"><p>${say('layout.licet-repeats-authorities-issuers')}</p>
<nav aria-label="${say('layout.more')}">${footerLinks(page)}</nav>
<p class="fine">${datedText(page, say('layout.data-version', { generation: page.reader.generation, today: page.today }))}</p></footer>`;
};

/** A whole document around a page's content. */
export const layout = (page: Page, meta: PageMeta, body: Html): Html => html`<!doctype html>
<html lang="${page.lang === 'zh' ? 'zh-Hans' : 'en'}">
${head(page, meta)}
<body>
${header(page)}
<main id="main">${body}</main>
${footer(page)}
</body></html>`;
