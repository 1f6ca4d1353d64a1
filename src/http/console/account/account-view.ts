import type { OwnPasskey } from '../../../store/service/operator-passkeys.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { actButton } from '../../pages/account/frame.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';
import { passkeyForm } from '../sign-in/passkey-form.ts';

const ACCOUNT = '/console/account';
/** The longest name of a passkey, in characters. */
export const MOST_LABEL = 40;

const dayOf = (instant: string): string => shanghaiDay(new Date(instant));

/** How somebody signs in, and what they may change of it. */
type Account = Readonly<{
  passkeys: readonly OwnPasskey[];
  password: boolean;
  /** The options of a further passkey; null where there can be none here. */
  options: string | null;
  /** Whether they signed in a short while ago: nobody else at their desk changes how they sign in. */
  fresh: boolean;
}>;

const row = (
  page: Page,
  { credential, label, addedAt, usedAt }: OwnPasskey,
  at: number,
  fresh: boolean,
): Html => {
  const { say } = page;
  const name = label === '' ? say('console-account.passkey', { number: at + 1 }) : label;
  const named = html`<input type="hidden" name="credential" value="${credential}">`;
  const used = usedAt === null ? say('console-account.not-used') : datedText(page, dayOf(usedAt));
  const rename = html`<form class="act" method="post" action="${page.to(`${ACCOUNT}/name`)}">${named}<input name="label" required maxlength="${MOST_LABEL}" value="${label}" aria-label="${say('console-account.name-of', { name })}" autocomplete="off"><button>${say('console-account.name')}</button></form>`;
  const remove = fresh ? actButton(page, `${ACCOUNT}/remove`, say('console-account.remove'), named) : null;
  return html`<tr><th scope="row">${name}</th><td data-label="${say('console-account.added')} ">${datedText(page, dayOf(addedAt))}</td><td data-label="${say('console-account.used')} ">${used}</td><td><div class="acts">${rename}${remove}</div></td></tr>`;
};

const table = (page: Page, { passkeys, fresh }: Account): Html => {
  const { say } = page;
  if (passkeys.length === 0) return html`<p>${say('console-account.no-passkey')}</p>`;
  return html`<table class="stack"><thead><tr><th scope="col">${say('console.name')}</th><th scope="col">${say('console-account.added')}</th><th scope="col">${say('console-account.used')}</th><th scope="col">${say('console.changes')}</th></tr></thead>
<tbody>${passkeys.map((one, at) => row(page, one, at, fresh))}</tbody></table>`;
};

const adding = (page: Page, { options, fresh }: Account): Html => {
  const { say } = page;
  if (!fresh) return html`<p class="note">${say('console-account.sign-in-anew')}</p>`;
  if (options === null) return html`<p class="fine">${say('console.no-passkey-here')}</p>`;
  return html`<p>${say('console.what-passkey-is')}</p>${passkeyForm(page, `${ACCOUNT}/passkey`, options, say('console-account.add'))}`;
};

/** The ways in of whoever is signed in: passkeys with their names, the password, and a further passkey. */
export const accountView = (page: Page, account: Account): Html => {
  const { say } = page;
  return html`<h2>${say('console-account.passkeys')}</h2>${table(page, account)}
<p>${account.password ? say('console-account.has-password') : say('console-account.no-password')}</p>
<h2>${say('console-account.further')}</h2>${adding(page, account)}<p class="fine">${say('console-account.two-at-least')}</p>`;
};
