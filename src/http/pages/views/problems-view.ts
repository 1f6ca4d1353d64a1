import type { FieldError, ProblemCode } from '../../../errors.ts';
import { problems } from '../../../errors.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** What is wrong with a question, field by field, and what would be right. */
export const problemList = (
  page: Page,
  { code, errors }: Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>,
): Html => html`<section class="note" role="alert"><h2>${page.lang === 'zh' ? problems[code].zh : problems[code].title}</h2>
<ul>${errors.map(
  ({ field, problem, expected, nearest }) =>
    html`<li><strong>${field.replace(/^[?/]/, '')}</strong> ${problem}${expected === undefined ? null : html`; ${page.say('problems-view.expected')}: ${expected}`}${
      nearest === undefined ? null : html`; ${page.say('problems-view.did-mean')} ${nearest.join(', ')}?`
    }</li>`,
)}</ul></section>`;
