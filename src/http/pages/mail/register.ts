import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actButton } from '../account/frame.ts';
import type { SiteDeps } from '../deps.ts';
import { errorMeta, errorPage } from '../error-page.ts';
import { type Html, html } from '../html.ts';
import { createPage, type Page, sendUnkept } from '../page.ts';

const hidden = { schema: { hide: true } } as const;
/** Links of mails carry a token of 43 characters and nothing else. */
const FORM_BYTES = 1_024;
type WithToken = Readonly<{ Params: { token: string } }>;
type Told = NonNullable<Awaited<ReturnType<ReturnType<SiteDeps['state']>['watchMail']['byToken']>>>;

const send = (reply: FastifyReply, page: Page, body: Html): FastifyReply => {
  const meta = { title: page.say('register.mail'), description: page.say('register.mail'), index: false };
  // The address of this page is what tells its reader: no other site may learn it.
  return sendUnkept(reply, page, meta, html`<h1>${page.say('register.mail')}</h1>${body}`, 200).header(
    'referrer-policy',
    'same-origin',
  );
};

/** That mails are sent, and the button that ends them. */
const mailIsOn = (page: Page, { watch: { name, partner } }: Told, at: string): Html =>
  html`<p>${page.say('register.mail-is-on', { name, partner })}</p>${actButton(page, `${at}/stop`, page.say('register.mail-stop'))}`;

const question = (page: Page, told: Told, at: string): Html => {
  const { say } = page;
  const { partner, name } = told.watch;
  if (told.mail.confirmedAt !== null) return mailIsOn(page, told, at);
  return html`<p>${say('register.mail-wanted', { name, partner })}</p>${actButton(page, `${at}/yes`, say('register.mail-yes'))}`;
};

const registerShown = (app: FastifyInstance, deps: SiteDeps): void => {
  const found = async (
    request: FastifyRequest<WithToken>,
    reply: FastifyReply,
    body: (page: Page, told: Told) => Html,
  ) => {
    const page = createPage(deps, request);
    const told = await deps.state().watchMail.byToken(request.params.token);
    return told === null
      ? sendUnkept(reply, page, errorMeta(page, 404), errorPage(page, 404), 404)
      : send(reply, page, body(page, told));
  };
  app.get<WithToken>('/mail/:token', hidden, (request, reply) =>
    found(request, reply, (page, told) => question(page, told, `/mail/${request.params.token}`)),
  );
  // Programs that look at links before a person does open addresses: nothing is stopped by that.
  app.get<WithToken>('/mail/:token/stop', hidden, (request, reply) =>
    found(request, reply, (page, told) => mailIsOn(page, told, `/mail/${request.params.token}`)),
  );
};

const registerActs = (app: FastifyInstance, deps: SiteDeps): void => {
  app.post<WithToken>('/mail/:token/yes', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const { watchMail, audit } = deps.state();
    const told = await watchMail.byToken(request.params.token);
    if (told === null) return sendUnkept(reply, page, errorMeta(page, 404), errorPage(page, 404), 404);
    const at = page.now.toISOString();
    await audit.append({
      at,
      actor: 'anybody',
      act: 'mail.confirm',
      about: told.watch.id,
      request: request.id,
    });
    await watchMail.confirm(request.params.token, at);
    return send(reply, page, html`<p role="status">${page.say('register.mail-begins')}</p>`);
  });
  // RFC 8058: a mail program posts this without a person's page, so it needs no origin; whoever knows the token has received a mail.
  app.post<WithToken>('/mail/:token/stop', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const { watchMail, audit } = deps.state();
    const told = await watchMail.byToken(request.params.token);
    if (told !== null) {
      const at = page.now.toISOString();
      await audit.append({
        at,
        actor: 'anybody',
        act: 'mail.stop',
        about: told.watch.id,
        request: request.id,
      });
      await watchMail.remove(told.watch.id);
    }
    return send(reply, page, html`<p role="status">${page.say('register.mail-ended')}</p>`);
  });
};

/** What the links in mails lead to: a yes, and the end of them. Nobody has to sign in for either. */
export const registerMailPages = (app: FastifyInstance, deps: SiteDeps): void => {
  app.register(async (scope) => {
    const ignored = async (): Promise<null> => null;
    const types = ['application/x-www-form-urlencoded', 'multipart/form-data'];
    scope.addContentTypeParser(types, { parseAs: 'string', bodyLimit: FORM_BYTES }, ignored);
    registerShown(scope, deps);
    registerActs(scope, deps);
  });
};
