import type { CaptureField } from '../../../../schema/capture-field.ts';
import type { Dossier } from '../../../../schema/institution.ts';
import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import type { CaptureAnswer, LookedRow } from '../../operator/jobs.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { anotherNote, isOfAnother, rowBecomes } from './another-than.ts';
import { answersTable } from './answers-table.ts';

/** What is carried from one step to the next: the kept page, the day of the look, the fields as they stand. */
export type Checked = Readonly<{
  /** Of the fields, the day, the page and its file, so that what is altered is shown again before it is recorded. */
  mark: string;
  form: CaptureForm;
  answer: CaptureAnswer;
  fields: Readonly<Record<string, string>>;
  lookedOn: string;
  file: string;
  institution: string;
  /** The institution that was looked up; null where none was chosen. */
  sought: Dossier | null;
  /** Why the row is right although its page shows another number; '' where nobody insists. */
  because: string;
  /** Whether whoever looks may insist: a reviewer. */
  mayInsist: boolean;
}>;

type Read = LookedRow['read'][number];

const note = (page: Page, read: Read | undefined): Html | null => {
  const { say } = page;
  if (read === undefined) return null;
  if (read.state === 'proposed') return html`<strong>${say('capture.seems')}</strong>`;
  if (read.state === 'not-found') return html`${say('capture.not-found')}`;
  const words =
    read.state === 'ambiguous' ? say('capture.several', { values: read.values.join(' | ') }) : read.where;
  return html`${words}`;
};

const line = (page: Page, field: CaptureField, { fields, answer }: Checked, first: string | null): Html => {
  const { lang, say } = page;
  const { column, label, required } = field;
  const read = answer.rows[0]?.read.find((one) => one.column === column);
  const wrong = (answer.rows[0]?.problems ?? []).some((one) => one.startsWith(column));
  const missing = required && (fields[column] ?? '') === '';
  return html`<div><label for="f-${column}">${label[lang]}${required ? '' : html` <span class="fine">${say('capture.may-be-empty')}</span>`}</label>
<input id="f-${column}" name="f:${column}" value="${fields[column] ?? ''}" maxlength="5000" autocomplete="off" spellcheck="false" aria-describedby="n-${column}"${wrong || missing ? html` aria-invalid="true"` : null}${first === column ? html` autofocus` : null}>
<p class="fine" id="n-${column}">${note(page, read)}</p></div>`;
};

const picture = (page: Page, { proof }: CaptureAnswer): Html | null => {
  if (proof === null) return null;
  const at = page.to(`/console/pages/${proof.sha256}`, { type: proof.contentType });
  return proof.contentType.startsWith('image/')
    ? html`<img src="${at}" alt="${page.say('capture.saved-page')}">`
    : html`<p><a href="${at}">${page.say('capture.saved-page')}</a></p>`;
};

const list = (title: string, lines: readonly string[], role: string): Html | null =>
  lines.length === 0
    ? null
    : html`<div class="inset" role="${role}"><strong>${title}</strong><ul>${lines.map((one) => html`<li>${one}</li>`)}</ul></div>`;

/** Where a page speaks against the row, a reviewer may insist with a reason, which is kept with the run. */
const insisting = ({ say }: Page, { answer, because, mayInsist }: Checked): Html | null => {
  if (because === '' && (!mayInsist || answer.proof === null || answer.rows[0]?.state === 'good'))
    return null;
  return html`<details${because === '' ? null : html` open`}><summary>${say('capture.insist')}</summary><label for="because">${say('capture.insist-why')}</label><input id="because" name="because" maxlength="500" value="${because}" autocomplete="off" aria-describedby="insist-hint"><p class="fine" id="insist-hint">${say('capture.insist-hint')}</p></details>`;
};

/** What was read, beside the page it was read from, for a yes of a person: what is wrong, what will change in which answers, one button. */
export const checkBody = (page: Page, checked: Checked): Html => {
  const { say } = page;
  const { form, answer, lookedOn, file, institution, sought } = checked;
  const [row] = answer.rows;
  const good = row?.state === 'good';
  const another = good && isOfAnother(sought, checked.fields) ? sought : null;
  const fields = form.fields.filter(({ kind, column }) => !(kind === 'date' && column.includes('查看')));
  const bad = good
    ? null
    : (fields.find(
        ({ column, required }) =>
          (required && (checked.fields[column] ?? '') === '') ||
          (row?.problems ?? []).some((one) => one.startsWith(column)),
      )?.column ?? null);
  const dated = row?.dated == null ? null : html`<p>${say('capture.dated', { asOf: row.dated.asOf })}</p>`;
  const second = answer.answers.some(({ negative }) => negative)
    ? html`<p class="inset">${say('capture.needs-second')}</p>`
    : null;
  const confirm = html`<button name="do" value="record"${another === null ? html` autofocus` : null}>${say('capture.confirm')}</button>`;
  return html`<form method="post" action="${page.to(`/console/captures/${encodeURIComponent(form.source)}/record`)}">
<input type="hidden" name="page" value="${answer.proof?.sha256 ?? ''}"><input type="hidden" name="file" value="${file}">
<input type="hidden" name="mark" value="${checked.mark}"><input type="hidden" name="lookedOn" value="${lookedOn}"><input type="hidden" name="of" value="${institution}">
${list(say('capture.wrong'), row?.problems ?? [], 'alert')}
${another === null ? null : anotherNote(page, another)}
${good ? html`<h2>${say('capture.what-changes')}</h2>${answersTable(page, answer.answers)}${rowBecomes(page, form, row)}${second}${dated}<p>${confirm}</p>` : null}
${list(say('capture.look-again'), row?.warnings ?? [], 'note')}
<h2>${say('capture.what-was-read')}</h2><div class="pair"><div>${fields.map((one) => line(page, one, checked, bad))}</div><div>${picture(page, answer)}</div></div>
${insisting(page, checked)}<p><button name="do" value="check">${say('capture.check-again')}</button>${good ? null : html` <span class="fine">${say('capture.then-confirm')}</span>`}</p></form>`;
};
