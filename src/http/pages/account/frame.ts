import type { FastifyReply } from 'fastify';
import { LicetError, problems } from '../../../errors.ts';
import type { PartnerKey } from '../../../store/service/partner-keys.ts';
import { type Html, html } from '../html.ts';
import { type Page, queryValue, sendUnkept } from '../page.ts';

/** The parts of a partner's pages, in the order in which they are used most. */
const parts = [
  { path: '/partners/lists', text: 'frame.lists' },
  { path: '/partners/watches', text: 'frame.watches' },
  { path: '/partners/domains', text: 'frame.domains' },
] as const;

/** A button that does something: a form of its own, since a link must change nothing. */
export const actButton = (page: Page, path: string, words: string, more: Html | null = null): Html =>
  html`<form class="act" method="post" action="${page.to(path)}">${more}<button>${words}</button></form>`;

/** A button that takes something back: it stands back behind the others. */
export const undoButton = (page: Page, path: string, words: string): Html =>
  html`<form class="act undo" method="post" action="${page.to(path)}"><button>${words}</button></form>`;

/** Things that were done, by what the address says of them once it leads back. */
const doneTexts = {
  started: 'frame.done-started',
  cancelled: 'frame.done-cancelled',
  removed: 'frame.done-removed',
  added: 'frame.done-added',
  watched: 'frame.done-watched',
  sent: 'frame.done-sent',
  stopped: 'frame.done-stopped',
} as const;
type Done = keyof typeof doneTexts;

const doneNote = (page: Page): Html | null => {
  const done = queryValue(page.query, 'done') ?? '';
  return Object.hasOwn(doneTexts, done)
    ? html`<p class="inset" role="status">${page.say(doneTexts[done as Done])}</p>`
    : null;
};

/** Who is signed in, the way to each part, and the way out. */
const top = (page: Page, { partner }: PartnerKey): Html => {
  const { say } = page;
  const link = ({ path, text }: (typeof parts)[number]): Html =>
    html`<a href="${page.to(path)}"${page.path.startsWith(path) ? html` aria-current="page"` : null}>${say(text)}</a>`;
  return html`<div class="account"><p class="where">${say('frame.signed-in-as', { partner })}</p>
<nav aria-label="${say('frame.your-pages')}">${parts.map((part) => html`${link(part)} `)}<a href="${page.to('/partners')}">${say('frame.badge')}</a></nav>
${actButton(page, '/partners/sign-out', say('frame.sign-out'))}</div>`;
};

/** What a refusal is called, in the reader's language. */
export const refusalWords = ({ lang }: Page, { code }: Pick<LicetError, 'code'>): string =>
  lang === 'zh' ? problems[code].zh : problems[code].title;

/** Sends a page of a partner's own things; nothing keeps it. Throws LICET_WRONG_KEY where nobody is signed in. */
export const sendAccount = (
  reply: FastifyReply,
  page: Page,
  partner: PartnerKey | null,
  title: string,
  body: Html,
  status = 200,
): FastifyReply => {
  if (partner === null) throw new LicetError('LICET_WRONG_KEY');
  const meta = { title, description: page.say('frame.for-partners'), index: false };
  const whole = html`${top(page, partner)}<h1>${title}</h1>${doneNote(page)}${body}`;
  return sendUnkept(reply, page, meta, whole, status);
};

/** Leads back to a page once something is done, so that reloading it does not do it again. */
export const leadTo = (reply: FastifyReply, page: Page, path: string, done?: Done): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect(page.to(path, { done }), 303);
