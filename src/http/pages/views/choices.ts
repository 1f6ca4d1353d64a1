import { type Treatment, treatmentGroups, treatments } from '../../../../schema/lexicon/treatments.ts';
import { treatmentCode } from '../../../verdict/offer/code-of-words.ts';
import { grades } from '../../../verdict/vocabulary/claims.ts';
import { programmes, schemes } from '../../../verdict/vocabulary/schemes.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';
import { treatmentOf } from '../../../verdict/vocabulary/treatments.ts';
import { assets } from '../assets.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

type Option = Readonly<{ code: string; name: string }>;

const options = (list: readonly Option[], chosen: readonly string[]): Html =>
  html`${list.map(({ code, name }) => html`<option value="${code}"${chosen.includes(code) ? html` selected` : null}>${name}</option>`)}`;

/**
 * Treatments to choose from, in everyday words and each once, in the groups they are looked for in. A code that means the same
 * to a patient as another (`G06`, `proton`) is chosen by that one, and stays what is asked. Words that are none of them stay as they were
 * typed. A script makes it a field to type into.
 */
export const serviceSelect = (page: Page, chosen: string | undefined): Html => {
  const { lang, say } = page;
  const meant = chosen === undefined ? undefined : (treatmentCode(chosen) ?? chosen);
  const picked = meant === undefined ? undefined : treatmentOf(meant);
  const option = (one: Treatment): Html => {
    const isPicked = one === picked;
    const code = isPicked && meant !== undefined ? (findService(meant)?.code ?? one.code) : one.code;
    return html`<option value="${code}"${isPicked ? html` selected` : null}>${one.name[lang]}</option>`;
  };
  const typed =
    picked !== undefined || chosen === undefined || chosen === ''
      ? null
      : html`<option value="${chosen}" selected>${chosen}</option>`;
  const words = html`data-words="${assets.treatmentWords}" data-name="service" data-fitting="${say('choices.treatments-that-fit')}" data-none="${say('choices.no-treatment-fits')}" data-hint="${say('choices.type-or-choose')}"`;
  return html`<select id="service" name="service" ${words}><option value="">${say('choices.none-particular')}</option>${typed}
${Object.entries(treatmentGroups).map(([group, title]) => html`<optgroup label="${title[lang]}">${treatments.filter((one) => one.group === group).map(option)}</optgroup>`)}</select><script type="module" src="${assets.choose}"></script>`;
};

/** What a hospital may say of itself. */
export const claimSelect = (page: Page, chosen: readonly string[]): Html => {
  const { lang, say } = page;
  const named = (list: readonly Readonly<{ code: string; name: Readonly<Record<'en' | 'zh', string>> }>[]) =>
    list.map(({ code, name }) => ({ code, name: name[lang] }));
  return html`<select id="claim" name="claim"><option value="">${say('choices.nothing-particular')}</option>
<optgroup label="${say('choices.marks-certificates')}">${options(named(schemes), chosen)}</optgroup>
<optgroup label="${say('choices.grades')}">${options(named(grades), chosen)}</optgroup>
<optgroup label="${say('choices.programmes-titles')}">${options(named(programmes), chosen)}</optgroup></select>`;
};

/** What makes a name field offer names while it is typed into: `go` opens the hospital, `choose` sends its id, `fill` only fills the field. */
export const suggestAttributes = (page: Page, how: 'go' | 'choose' | 'fill'): Html =>
  html`data-suggest="${how}" data-names="${page.say('choices.hospitals-begin-so')}" data-ours="${page.say('common.our-translation')}"`;

/** The script behind it; without it the form is sent as any other. */
export const suggestScript = html`<script type="module" src="${assets.suggest}"></script>`;
