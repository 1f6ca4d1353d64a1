import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LicetError } from '../../errors.ts';
import { guardByRole } from '../operator/require-role.ts';
import { refusalWords } from '../pages/account/frame.ts';
import { refuseForeignForms } from '../pages/account/own-forms.ts';
import { html } from '../pages/html.ts';
import { createPage } from '../pages/page.ts';
import { toLicetError } from '../plugins/problems.ts';
import { registerAccountPages } from './account/register.ts';
import { registerBulkPages } from './capture/bulk.ts';
import { registerCapturePages } from './capture/capture.ts';
import { registerCaptureQueue } from './capture/queue.ts';
import { registerCapturedRowPages } from './capture/rows.ts';
import type { ConsoleDeps } from './deps.ts';
import { sendConsole } from './frame.ts';
import { registerKeptPages } from './kept-pages.ts';
import { registerOperators } from './operators/register.ts';
import { registerPartners } from './partners/register.ts';
import { registerPhysicianRequests } from './physicians/register.ts';
import { registerRefused } from './refused/register.ts';
import { registerConsoleReports } from './reports/register.ts';
import { registerReview } from './review/register.ts';
import { AGAIN_SECONDS } from './sign-in/password.ts';
import { readSession } from './sign-in/session.ts';
import { registerSignIn } from './sign-in/sign-in.ts';
import { sendSignIn } from './sign-in/sign-in-page.ts';
import { registerWelcome } from './sign-in/welcome.ts';
import { registerToday } from './today/today.ts';

/** Fields of a form before anybody is signed in: names, passwords, answers of authenticators. */
const SIGN_IN_BYTES = 16_384;
/** Fields of a form of the console: a licence's fields or an answer, in which each Chinese character is nine bytes. */
const FORM_BYTES = 262_144;

/** Reads the forms of a scope, up to so many bytes. */
const readForms = (scope: FastifyInstance, bodyLimit: number): void => {
  const type = 'application/x-www-form-urlencoded';
  scope.removeContentTypeParser(type);
  scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit }, async (_: unknown, body: string) =>
    Object.fromEntries(new URLSearchParams(body)),
  );
};

/** A refusal as a page: what happened, in the reader's words. Whoever is not signed in is asked to sign in. */
const refuse = (
  deps: ConsoleDeps,
  error: LicetError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const page = createPage(deps, request);
  const words = refusalWords(page, error);
  if (error.code === 'LICET_TOO_MANY_REQUESTS') reply.header('retry-after', AGAIN_SECONDS);
  const { operator } = request;
  if (operator === null)
    return sendSignIn(
      deps,
      request,
      reply,
      error.statusCode,
      error.code === 'LICET_WRONG_TOKEN' ? null : words,
    );
  const why = page.say(
    error.code === 'LICET_ROLE_NOT_ALLOWED' ? 'console.ask-administrator' : 'console.nothing-done',
  );
  return sendConsole(reply, page, operator, words, html`<p>${why}</p>`, error.statusCode);
};

/**
 * The operators' console: a Fastify scope of its own with cookies, forms and uploads, so that none of it reaches another route.
 * Each part of it is registered behind the session, and each of its routes says from which role on it may be used.
 */
export const registerConsole = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(multipart);
    readForms(scope, SIGN_IN_BYTES);
    scope.addHook('onRequest', async (request, reply) => {
      reply.removeHeader('access-control-allow-origin').header('cache-control', 'no-store');
      request.operator = null;
      refuseForeignForms(deps.config, request);
    });
    scope.setErrorHandler((error: FastifyError, request, reply) =>
      refuse(deps, toLicetError(error, request, app), request, reply),
    );
    registerSignIn(scope, deps);
    registerWelcome(scope, deps);
    scope.register(async (signedIn) => {
      readForms(signedIn, FORM_BYTES);
      signedIn.addHook('onRequest', (request) => readSession(deps, request));
      guardByRole(signedIn);
      registerToday(signedIn, deps);
      registerAccountPages(signedIn, deps);
      registerCaptureQueue(signedIn, deps);
      registerCapturePages(signedIn, deps);
      registerBulkPages(signedIn, deps);
      registerCapturedRowPages(signedIn, deps);
      registerKeptPages(signedIn, deps);
      registerRefused(signedIn, deps);
      registerPartners(signedIn, deps);
      registerOperators(signedIn, deps);
      registerConsoleReports(signedIn, deps);
      registerPhysicianRequests(signedIn, deps);
      registerReview(signedIn, deps);
    });
  });
};
