import type { Dossier } from '../../../../schema/institution.ts';
import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import { foldText } from '../../../text/han.ts';
import type { LookedRow } from '../../operator/jobs.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

/** Whether nothing on the row is a name of the institution that was looked up; false where none was. */
export const isOfAnother = (sought: Dossier | null, fields: Readonly<Record<string, string>>): boolean => {
  if (sought === null) return false;
  const names = new Set(sought.names.map(({ value }) => foldText(value)));
  return !Object.values(fields).some((value) => names.has(foldText(value)));
};

/** Says that the page may be the page of another hospital: a person who looks up many saves the wrong one now and then. */
export const anotherNote = ({ say, lang }: Page, { title }: Dossier): Html =>
  html`<p class="note" role="alert"><strong><bdi>${title.zh ?? title[lang] ?? ''}</bdi> ${say('capture.another-looked-up')}</strong></p>`;

/** What becomes another in a row that this register has on record; null where it has none, or nothing does. Days of the look always move. */
export const rowBecomes = (
  { say }: Page,
  { fields }: CaptureForm,
  row: LookedRow | undefined,
): Html | null => {
  const shown = new Set(
    fields
      .filter(({ kind, column }) => kind !== 'date' || !/查看|截止/u.test(column))
      .map(({ column }) => column),
  );
  const news = (row?.changes ?? []).filter(
    ({ column, before, after }) =>
      shown.has(column) && before !== null && foldText(before) !== foldText(after),
  );
  if (news.length === 0) return null;
  const word = (value: string | null): string => value || say('capture-file.nothing');
  return html`<p>${say('capture.row-becomes')}</p><ul>${news.map(({ column, before, after }) => html`<li>${column}: ${word(before)} → ${word(after)}</li>`)}</ul>`;
};
