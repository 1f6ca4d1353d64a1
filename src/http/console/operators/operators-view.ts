import { operatorRoles } from '../../../../schema/operator-role.ts';
import type { Operator } from '../../../store/operators.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { LONGEST_NAME } from '../../operator/holder-name.ts';
import { actButton } from '../../pages/account/frame.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';
import { roleTexts } from '../frame.ts';

const dayOf = (instant: string): string => shanghaiDay(new Date(instant));

const roleOptions = ({ say }: Page, chosen: string): readonly Html[] =>
  operatorRoles.map(
    (role) =>
      html`<option value="${role}"${role === chosen ? html` selected` : null}>${say(roleTexts[role])}</option>`,
  );

/** How they sign in, or until when they can set it up; what there is of each counts. */
const waysOf = (page: Page, { revokedAt, signsInWith, invitedUntil }: Operator): Html => {
  const { say, now } = page;
  if (revokedAt !== null) return datedText(page, say('console.revoked-on', { day: dayOf(revokedAt) }));
  if (signsInWith !== null) return html`${say(`console.by-${signsInWith}`)}`;
  if (invitedUntil !== null && invitedUntil > now.toISOString()) return html`${say('console.link-waits')}`;
  return html`${say('console.no-way-in')}`;
};

const named = (name: string): Html => html`<input type="hidden" name="name" value="${name}">`;

const changes = (page: Page, { name, role }: Operator): Html => {
  const { say } = page;
  const at = (path: string): string => page.to(`/console/operators/${path}`);
  return html`<div class="acts"><form class="act" method="post" action="${at('role')}">${named(name)}<select name="role" aria-label="${say('console.role-of', { name })}">${roleOptions(page, role)}</select><button>${say('console.change-role')}</button></form>
${actButton(page, '/console/operators/invite', say('console.new-link'), named(name))}
${actButton(page, '/console/operators/revoke', say('console.revoke'), named(name))}</div>`;
};

const row = (page: Page, one: Operator, self: string): Html => {
  const { say } = page;
  const last = one.lastActAt === null ? say('console.nothing-yet') : datedText(page, dayOf(one.lastActAt));
  return html`<tr><th scope="row">${one.name}</th><td>${say(roleTexts[one.role])}</td><td>${waysOf(page, one)}</td><td>${last}</td>
<td>${one.name === self || one.revokedAt !== null ? null : changes(page, one)}</td></tr>`;
};

/** Operators, what each may do and how they sign in, and the way to add one. */
export const operatorsView = (page: Page, all: readonly Operator[], self: string): Html => {
  const { say } = page;
  return html`<p><a href="${page.to('/console/operators/acts')}">${say('console.acts')}</a></p>
<div class="scroll"><table class="stack"><thead><tr><th scope="col">${say('console.name')}</th><th scope="col">${say('console.role')}</th><th scope="col">${say('console.signs-in')}</th><th scope="col">${say('console.last-act')}</th><th scope="col">${say('console.changes')}</th></tr></thead>
<tbody>${all.map((one) => row(page, one, self))}</tbody></table></div><p class="fine">${say('console.changes-end')}</p>
<h2>${say('console.add-operator')}</h2><form method="post" action="${page.to('/console/operators')}"><div class="pair"><div><label for="name">${say('console.name')}</label><input id="name" name="name" required minlength="2" maxlength="${LONGEST_NAME}" autocomplete="off"></div>
<div><label for="role">${say('console.role')}</label><select id="role" name="role">${roleOptions(page, 'clerk')}</select></div></div><p class="fine">${say('console.one-name')}</p><button>${say('console.add')}</button></form>`;
};
