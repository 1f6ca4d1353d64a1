import type { Dossier } from '../../../../schema/institution.ts';
import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import { type Html, html, safeWebAddress } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { copyAttributes, copyScript } from '../../pages/views/next-step.ts';
import { rowsPath } from './rows-page.ts';

/** The words to copy into the register: the name and the numbers on record. */
const words = (page: Page, { title, identifiers, place }: Dossier): Html => {
  const { say } = page;
  const number = (scheme: string): string | undefined =>
    identifiers.find((one) => one.scheme === scheme)?.value;
  const all = [
    [say('capture.word-name'), title.zh ?? title.en],
    [say('capture.word-licence'), number('licence-number')],
    [say('capture.word-uscc'), number('uscc')],
    [say('capture.word-province'), place.province],
  ] as const;
  const shown = all.filter(([, value]) => value != null && value !== '');
  return html`<dl>${shown.map(([label, value]) => html`<dt>${label}</dt><dd><span ${copyAttributes(page)}>${value}</span></dd>`)}</dl>${copyScript}`;
};

/** The form that hands in what was seen: file first, so that whoever has saved the page needs few keys. */
const form = (page: Page, { source }: CaptureForm, institution: string | null): Html => {
  const { say, today } = page;
  return html`<form method="post" enctype="multipart/form-data" action="${page.to(`/console/captures/${encodeURIComponent(source)}`)}">
<input type="hidden" name="of" value="${institution ?? ''}">
<label for="lookedOn">${say('capture.looked-on')}</label><input id="lookedOn" name="lookedOn" type="date" value="${today}" max="${today}" required>
<label for="page">${say('capture.page-file')}</label><input id="page" name="page" type="file" accept=".html,.htm,.pdf,.png,.jpg,.jpeg,.txt" autofocus>
<button>${say('capture.read')}</button>
<details><summary>${say('capture.photo')}</summary><label for="photo">${say('capture.photo-label')}</label><input id="photo" name="photo" type="file" accept="image/jpeg,image/png" capture="environment"></details>
<label for="text">${say('capture.paste')}</label><textarea id="text" name="text" rows="6"></textarea>
<button>${say('capture.read')}</button></form>`;
};

/** One hospital at one register: where to look, the words to copy, and where to put what was seen. */
export const lookBody = (
  page: Page,
  register: CaptureForm,
  dossier: Dossier | null,
  problem: string | null,
): Html => {
  const { say, lang } = page;
  const address = safeWebAddress(register.address);
  const open =
    address === null
      ? null
      : html`<p><a href="${address}" target="_blank" rel="noopener noreferrer">${say('capture.open-register')}</a> <span class="fine">${new URL(address).hostname}</span></p>`;
  return html`${problem === null ? null : html`<p class="inset" role="alert">${problem}</p>`}
<p class="fine">${register.title[lang]}</p>${open}
${register.type === null ? null : html`<p>${register.type[lang]}</p>`}
${dossier === null ? null : words(page, dossier)}
<p><a href="${page.to(rowsPath(register.source), { q: dossier?.title.zh ?? undefined })}">${say('capture-rows.on-record')}</a></p>
<h2>${say('capture.what-you-saw')}</h2>${form(page, register, dossier?.id ?? null)}`;
};
