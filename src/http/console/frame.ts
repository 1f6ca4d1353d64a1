import type { FastifyReply } from 'fastify';
import type { PageText } from '../../../schema/lexicon/page-texts.ts';
import { mayAs, type OperatorRole } from '../../../schema/operator-role.ts';
import { LicetError } from '../../errors.ts';
import type { OperatorName } from '../../store/operators.ts';
import { actButton } from '../pages/account/frame.ts';
import { assets } from '../pages/assets.ts';
import { type Html, html } from '../pages/html.ts';
import { type Page, sendUnkept } from '../pages/page.ts';

type Part = Readonly<{ path: string; text: PageText; role: OperatorRole }>;

/** The parts of the console in the order of a working day, and from which role on each may be used. A new part gets a line here. */
const parts: readonly Part[] = [
  { path: '/console', text: 'console.today', role: 'clerk' },
  { path: '/console/captures', text: 'capture.capture', role: 'clerk' },
  { path: '/console/review', text: 'console-review.review', role: 'clerk' },
  { path: '/console/refused', text: 'console.refused', role: 'clerk' },
  { path: '/console/reports', text: 'console-reports.reports', role: 'clerk' },
  { path: '/console/physicians', text: 'console-physicians.physicians', role: 'clerk' },
  { path: '/console/partners', text: 'console.partners', role: 'administrator' },
  { path: '/console/operators', text: 'console.operators', role: 'administrator' },
];

/** What each role is called. */
export const roleTexts = {
  clerk: 'console.clerk',
  reviewer: 'console.reviewer',
  administrator: 'console.administrator',
} as const satisfies Readonly<Record<OperatorRole, PageText>>;

const isHere = ({ path: here }: Page, { path }: Part): boolean =>
  here === path || (path !== '/console' && here.startsWith(`${path}/`));

/** Who is signed in and as what, the way to each part that is open to them, and the way out. */
const top = (page: Page, { name, role }: OperatorName): Html => {
  const { say } = page;
  const link = (part: Part): Html =>
    html`<a href="${page.to(part.path)}"${isHere(page, part) ? html` aria-current="page"` : null}>${say(part.text)}</a> `;
  const open = parts.filter((part) => mayAs(role, part.role));
  return html`<div class="account console"><p class="where">${say('console.signed-in-as', { name, role: say(roleTexts[role]) })} <a href="${page.to('/console/account')}">${say('console-account.how-you-sign-in')}</a></p>
<nav aria-label="${say('console.console')}">${open.map(link)}</nav>
${actButton(page, '/console/sign-out', say('console.sign-out'))}</div>`;
};

/** Sends a page of the console; nothing keeps it. Throws LICET_WRONG_TOKEN where nobody is signed in. */
export const sendConsole = (
  reply: FastifyReply,
  page: Page,
  operator: OperatorName | null,
  title: string,
  body: Html,
  status = 200,
): FastifyReply => {
  if (operator === null) throw new LicetError('LICET_WRONG_TOKEN');
  const meta = { title, description: page.say('console.for-operators'), index: false };
  return sendUnkept(
    reply,
    page,
    meta,
    html`<link rel="stylesheet" href="${assets.consoleStyle}">${top(page, operator)}<h1>${title}</h1>${body}`,
    status,
  );
};
