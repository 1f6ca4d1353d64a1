import type { FastifyReply } from 'fastify';
import type { Invitation } from '../../../store/service/operator-access.ts';
import { qrPath } from '../../badge/qr.ts';
import { type Html, html } from '../../pages/html.ts';
import { type Page, sendUnkept } from '../../pages/page.ts';
import { copyAttributes, copyScript } from '../../pages/views/next-step.ts';
import { roleTexts } from '../frame.ts';
import { otpAddress } from './codes.ts';
import { codeInput } from './inputs.ts';
import { passkeyForm } from './passkey-form.ts';

/** Fewer letters can be found by trying (NIST SP 800-63B §3.1.1.2 wants 8 beside a second factor). */
export const LEAST_LETTERS = 12;

/** Empty squares around a code, without which cameras do not find it (ISO/IEC 18004 §5.3.8). */
const EDGE = 4;

const picture = async (page: Page, address: string): Promise<Html> => {
  const { size, path } = await qrPath(address);
  const whole = size + 2 * EDGE;
  return html`<svg class="otp" viewBox="${-EDGE} ${-EDGE} ${whole} ${whole}" role="img" aria-label="${page.say('console.scan')}"><rect x="${-EDGE}" y="${-EDGE}" width="${whole}" height="${whole}" fill="#fff"/><path d="${path}" fill="#000" shape-rendering="crispEdges"/></svg>`;
};

/** The address of a link, from the page of which something is sent. */
const linkPath = ({ path }: Page): string => path.replace(/\/(?:password|passkey)$/, '');

const passwordForm = async (
  page: Page,
  { name, totpSecret }: Invitation,
  wrong: string | null,
): Promise<Html> => {
  const { say } = page;
  const invalid = wrong === null ? null : html` aria-invalid="true" aria-describedby="wrong"`;
  return html`<h2>${say('console.with-password')}</h2>
<form action="${page.to(`${linkPath(page)}/password`)}" method="post">
<input type="hidden" name="username" value="${name}" autocomplete="username">
<label for="password">${say('console.new-password', { least: LEAST_LETTERS })}</label>
<input id="password" name="password" type="password" required minlength="${LEAST_LETTERS}" maxlength="200" autocomplete="new-password"${invalid}>
<p>${say('console.scan-with-app')}</p>${await picture(page, otpAddress(totpSecret, name))}
<p class="fine">${say('console.or-type')}</p><pre tabindex="0" ${copyAttributes(page)}>${totpSecret}</pre>
${codeInput(page, invalid)}<button>${say('console.set-up')}</button></form>${copyScript}`;
};

/** Sends a page of a one-time link. Its address is secret: `referrer-policy` tells no other site more than the host. */
const send = (reply: FastifyReply, page: Page, body: Html, status: number): FastifyReply => {
  const title = page.say('console.set-up-signing-in');
  const meta = { title, description: page.say('console.for-operators'), index: false };
  return sendUnkept(reply, page, meta, html`<h1>${title}</h1>${body}`, status);
};

/** The way with a passkey; where there can be none here, where there can. */
const passkeyPart = (page: Page, options: string | null): Html => {
  const { say } = page;
  const form =
    options === null
      ? html`<p class="fine">${say('console.no-passkey-here')}</p>`
      : passkeyForm(page, `${linkPath(page)}/passkey`, options, say('console.make-passkey'));
  return html`<h2>${say('console.with-passkey')}</h2><p>${say('console.what-passkey-is')}</p>${form}`;
};

/** The page of a one-time link: how its operator wants to sign in. `options`: those of a new passkey, null where there can be none. */
export const sendWelcome = async (
  reply: FastifyReply,
  page: Page,
  { invitation, options }: Readonly<{ invitation: Invitation; options: string | null }>,
  status = 200,
  wrong: string | null = null,
): Promise<FastifyReply> => {
  const { say } = page;
  const { name, role } = invitation;
  const body = html`<p>${say('console.welcome', { name, role: say(roleTexts[role]) })}</p>
${wrong === null ? null : html`<p class="note" role="alert" id="wrong">${wrong}</p>`}
${passkeyPart(page, options)}${await passwordForm(page, invitation, wrong)}`;
  return send(reply, page, body, status);
};

/** What is said of a link that cannot be used: used, ended, replaced and mistyped ones look alike. */
export const sendNoWelcome = (reply: FastifyReply, page: Page): FastifyReply =>
  send(reply, page, html`<p>${page.say('console.no-such-link')}</p>`, 404);
