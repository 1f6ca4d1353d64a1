import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Page, sendUnkept } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { askedIn } from './asked.ts';
import { codeInput } from './inputs.ts';
import { passkeyForm } from './passkey-form.ts';
import { requestOptions } from './passkeys.ts';

const form = (page: Page, passkey: Html | null, wrong: string | null): Html => {
  const { say } = page;
  const invalid = wrong === null ? null : html` aria-invalid="true" aria-describedby="wrong"`;
  return html`<h1>${say('console.sign-in')}</h1><p>${say('console.for-operators')}</p>
${wrong === null ? null : html`<p class="note" role="alert" id="wrong">${wrong}</p>`}${passkey}
<form action="${page.to('/console/sign-in')}" method="post"><label for="name">${say('console.your-name')}</label>
<input id="name" name="name" required maxlength="60" autocomplete="username" autocapitalize="none" spellcheck="false"${invalid}>
<label for="password">${say('console.password')}</label>
<input id="password" name="password" type="password" required maxlength="200" autocomplete="current-password"${invalid}>
${codeInput(page, invalid)}<button>${say('console.sign-in')}</button></form>
<p class="fine">${say('console.lost')}</p><p class="fine">${say('console.cookie')}</p>`;
};

/** The page on which an operator signs in, in place of one that wants somebody signed in. */
export const sendSignIn = (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  wrong: string | null = null,
): FastifyReply => {
  const page = createPage(deps, request);
  const asked = askedIn(deps, request);
  const words = page.say('console.sign-in-passkey');
  const passkey = asked && passkeyForm(page, '/console/sign-in/passkey', requestOptions(asked), words);
  const meta = {
    title: page.say('console.sign-in'),
    description: page.say('console.for-operators'),
    index: false,
  };
  return sendUnkept(reply, page, meta, form(page, passkey, wrong), status);
};
