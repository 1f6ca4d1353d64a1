import provinces from '../../../../schema/codes/provinces.json' with { type: 'json' };
import type { Treatment } from '../../../../schema/lexicon/treatments.ts';
import { cities } from '../../../places/divisions.ts';
import { normaliseCity, normaliseProvince } from '../../../places/normalise-place.ts';
import { saysNoPlace } from '../../../places/stated-places.ts';
import { famousWordIn } from '../../../verdict/offer/famous-words.ts';
import { treatmentLine } from '../../../verdict/offer/treatment-line.ts';
import { treatmentOf } from '../../../verdict/vocabulary/treatments.ts';
import { type Html, html } from '../html.ts';
import { type Page, queryValue } from '../page.ts';
import { hiddenLanguageField } from '../views/hidden-language.ts';
import { treatmentPath } from './treatment-link.ts';

/** The province that a page of a treatment is asked for, by its official name; null where none is asked for, or none that we know. */
export const provinceAsked = (page: Page): string | null =>
  normaliseProvince(queryValue(page.query, 'province') ?? '');

/** Those of these institutions that stand in a province, in their order. */
export const inProvince = async (
  { reader }: Page,
  ids: readonly string[],
  province: string | null,
): Promise<readonly string[]> => {
  if (province === null || ids.length === 0) return ids;
  const { generation } = reader;
  const listed = await reader.listInstitutions?.({ generation, after: '', limit: ids.length, province, ids });
  const there = new Set(listed?.map(({ dossier }) => dossier.id));
  return ids.filter((id) => there.has(id));
};

/** A choice of one province, which works without JavaScript. */
export const provinceForm = (page: Page, treatment: Treatment, asked: string | null): Html => {
  const { say, lang } = page;
  const options = provinces.codes.map(
    ({ zh, en }) =>
      html`<option value="${zh}"${zh === asked ? html` selected` : null}>${lang === 'zh' ? zh : en}</option>`,
  );
  return html`<form action="${treatmentPath(treatment)}#hospitals" method="get"><label for="province">${say('in-province.label')}</label>
<div class="search"><select id="province" name="province"><option value="">${say('in-province.all')}</option>${options}</select>${hiddenLanguageField(page)}<button>${say('in-province.show')}</button></div></form>`;
};

/** The province of a word that is the name of a province or a city and no famous hospital's; '' for the whole country, null for anything else. */
const provinceOf = (word: string): string | null => {
  if (saysNoPlace(word)) return '';
  if (famousWordIn(word) !== null) return null;
  const city = normaliseCity(word);
  return normaliseProvince(word) ?? cities().find(({ name }) => name === city)?.province ?? null;
};

/** The address of the hospitals named for a treatment in the place typed beside it (“IVF Shanghai”, 肝移植 天津, “surrogacy China”); null for any other words. */
export const treatmentInPlace = (page: Page, typed: string): string | null => {
  const line = treatmentLine(typed);
  const treatment = line === null ? undefined : treatmentOf(line.service);
  if (line === null || treatment === undefined) return null;
  const province = provinceOf(line.name);
  if (province === null) return null;
  return page.to(treatmentPath(treatment), province === '' ? {} : { province });
};
