import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LicetError } from '../../../errors.ts';
import { requireScope } from '../../partners/partner-of.ts';
import { toLicetError } from '../../plugins/problems.ts';
import { html } from '../html.ts';
import { createPage } from '../page.ts';
import type { AccountDeps } from './deps.ts';
import { registerDomains } from './domains/register.ts';
import { refusalWords, sendAccount } from './frame.ts';
import { registerLists } from './lists/register.ts';
import { refuseForeignForms } from './own-forms.ts';
import { readSession } from './session.ts';
import { registerSignIn, sendSignIn } from './sign-in.ts';
import { registerWatchPages } from './watches/register.ts';

/** Fields of a form of these pages: addresses and names. */
const FORM_BYTES = 16_384;

/** A refusal as a page: what happened, in the reader's words. Whoever is not signed in is asked to sign in. */
const refuse = (
  deps: AccountDeps,
  error: LicetError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const page = createPage(deps, request);
  const { partner } = request;
  const words = refusalWords(page, error);
  if (error.code === 'LICET_WRONG_KEY' || partner === null)
    return sendSignIn(reply, page, error.statusCode, error.code === 'LICET_WRONG_KEY' ? null : words);
  const { scope } = request.routeOptions.config;
  const lacks = error.code === 'LICET_KEY_NOT_ALLOWED' && scope !== undefined;
  const why = lacks ? page.say(`register.lacks-${scope}`) : page.say('register.nothing-done');
  return sendAccount(reply, page, partner, words, html`<p>${why}</p>`, error.statusCode);
};

/**
 * What a partner does on its pages, signed in with a key: a Fastify scope of its own, since nothing else of the service reads cookies.
 * Whoever is signed in is the partner of the request, so that what holds for keys holds here as well.
 */
export const registerAccount = (app: FastifyInstance, deps: AccountDeps): void => {
  app.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(multipart);
    const type = 'application/x-www-form-urlencoded';
    scope.addContentTypeParser(
      type,
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      async (_: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
    );
    scope.addHook('onRequest', async (request, reply) => {
      reply.removeHeader('access-control-allow-origin');
      request.partner = null;
      refuseForeignForms(deps.config, request);
    });
    scope.setErrorHandler((error: FastifyError, request, reply) =>
      refuse(deps, toLicetError(error, request, app), request, reply),
    );
    registerSignIn(scope, deps);
    scope.register(async (signedIn) => {
      signedIn.addHook('onRequest', (request) => readSession(deps, request));
      signedIn.addHook('onRequest', requireScope);
      registerLists(signedIn, deps);
      registerWatchPages(signedIn, deps);
      registerDomains(signedIn, deps);
    });
  });
};
