import type { FastifyInstance, FastifyReply } from 'fastify';
import { createLimiter } from '../../plugins/limiter.ts';
import { type Html, html } from '../html.ts';
import { createPage, type Page, type Query, queryValue, sendUnkept } from '../page.ts';
import type { AccountDeps } from './deps.ts';
import { leadTo } from './frame.ts';
import { readSession, signIn, signOut } from './session.ts';

/** Keys one client may try in a minute. One with 256 random bits is not found by trying; this keeps the log of tries short. */
const TRIES_A_MINUTE = 10;
/** Where a partner finds itself once it is signed in. */
const FIRST = '/partners/lists';

const form = (page: Page, wrong: string | null): Html => {
  const { say } = page;
  const invalid = html`aria-invalid="true" aria-describedby="wrong"`;
  return html`<h1>${say('sign-in.sign-in')}</h1><p>${say('sign-in.what-for')}</p>
${wrong === null ? null : html`<p class="note" role="alert" id="wrong">${wrong}</p>`}
<form action="${page.to('/partners/sign-in')}" method="post"><label for="key">${say('sign-in.your-key')}</label>
<input id="key" name="key" type="password" required maxlength="100" autocomplete="current-password" spellcheck="false" ${wrong === null ? null : invalid}>
<p class="fine">${say('sign-in.where-from')}</p><button>${say('sign-in.sign-in')}</button></form>
<p class="fine">${say('sign-in.cookie')}</p><p><a href="${page.to('/partners')}">${say('sign-in.only-badge')}</a></p>`;
};

/** The page that asks for the key, in place of one that wants somebody signed in. */
export const sendSignIn = (
  reply: FastifyReply,
  page: Page,
  status: number,
  wrong: string | null = null,
): FastifyReply => {
  const meta = {
    title: page.say('sign-in.sign-in'),
    description: page.say('sign-in.what-for'),
    index: false,
  };
  return sendUnkept(reply, page, meta, form(page, wrong), status);
};

const hidden = { schema: { hide: true } } as const;
type WithForm = Readonly<{ Body: Query }>;

/** `/partners/sign-in` and `/partners/sign-out`. The key is sent in a body alone, and stands in no address, page or log line. */
export const registerSignIn = (app: FastifyInstance, deps: AccountDeps): void => {
  const limiter = createLimiter(TRIES_A_MINUTE);
  app.get('/partners/sign-in', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    await readSession(deps, request);
    return request.partner === null ? sendSignIn(reply, page, 200) : leadTo(reply, page, FIRST);
  });
  app.post<WithForm>('/partners/sign-in', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const { remaining, seconds } = limiter.count(request.ip, page.now.getTime());
    if (remaining < 0) {
      reply.header('retry-after', seconds);
      return sendSignIn(reply, page, 429, page.say('sign-in.too-many', { seconds }));
    }
    const partner = await signIn(deps, request, reply, queryValue(request.body ?? {}, 'key') ?? '');
    return partner === null
      ? sendSignIn(reply, page, 401, page.say('sign-in.no-such-key'))
      : leadTo(reply, page, FIRST);
  });
  app.post('/partners/sign-out', hidden, async (request, reply) => {
    await signOut(deps, request, reply);
    return leadTo(reply, createPage(deps, request), '/partners/sign-in');
  });
};
