import { mayAs, type OperatorRole } from '../../../../schema/operator-role.ts';
import type { LicetError } from '../../../errors.ts';
import type { RefusedDifference, ShownRow } from '../../../harvest/gate/look-refused.ts';
import type { Refusal } from '../../operator/jobs.ts';
import { refusalWords } from '../../pages/account/frame.ts';
import { instantOf } from '../../pages/account/instant-of.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

const titleOf = ({ reader, lang }: Page, source: string): string =>
  reader.reference.sources.get(source)?.descriptor.title[lang] ?? source;

const addressOf = (page: Page, { run, source }: Refusal): string =>
  page.to(`/console/refused/${run}/${source}`);

/** The refused sources whose newest run waits for a decision, and those that a person upheld. */
export const refusedList = (page: Page, all: readonly Refusal[]): Html => {
  const { say } = page;
  if (all.length === 0) return html`<p>${say('console.nothing-refused')}</p>`;
  const line = (one: Refusal): Html => {
    const name = titleOf(page, one.source);
    const linked = one.run === null ? name : html`<a href="${addressOf(page, one)}">${name}</a>`;
    return html`<li><strong>${linked}</strong> <span class="fine">${instantOf(one.at)}${one.upheld ? html` · ${say('console.upheld')}` : null}</span><br><span lang="en">${one.refusals[0]}</span></li>`;
  };
  return html`<p>${say('console.what-refused-is')}</p><ul>${all.map(line)}</ul>`;
};

const rowsOf = (page: Page, title: string, rows: readonly ShownRow[]): Html | null => {
  if (rows.length === 0) return null;
  const words = ({ words: all }: ShownRow): Html =>
    html`${all.map(({ column, before, after }) => html`<br><span class="fine">${column}${page.say('common.colon')}${before} → ${after}</span>`)}`;
  return html`<details><summary>${title}</summary><ul lang="zh-Hans">${rows.map((one) => html`<li>${one.name}${words(one)}</li>`)}</ul></details>`;
};

const changes = (
  page: Page,
  { rows, known, added, changed, gone, shown, faults }: RefusedDifference,
): Html => {
  const { say } = page;
  const first = (
    text: 'console.first-added' | 'console.first-changed' | 'console.first-gone',
    all: readonly ShownRow[],
  ) => rowsOf(page, say(text, { count: all.length }), all);
  const counts =
    known === null
      ? say('console.first-edition', { rows })
      : say('console.counts', { rows, known, added, changed, gone });
  const wrong =
    faults.length === 0
      ? null
      : html`<p class="note">${say('console.cannot-accept')}</p><ul lang="en">${faults.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<p>${counts}</p>${first('console.first-gone', shown.gone)}${first('console.first-changed', shown.changed)}${first('console.first-added', shown.added)}${wrong}`;
};

const decideForm = (page: Page, one: Refusal, wrong: string | null): Html => {
  const { say } = page;
  const invalid = wrong === null ? null : html` aria-invalid="true" aria-describedby="wrong"`;
  return html`<h2>${say('console.decide')}</h2>${wrong === null ? null : html`<p class="note" role="alert" id="wrong">${wrong}</p>`}
<form method="post" action="${addressOf(page, one)}"><label for="reason">${say('console.reason')}</label><textarea id="reason" name="reason" rows="3" required minlength="3" maxlength="500"${invalid}></textarea>
<p class="fine">${say('console.decide-means')}</p><div class="acts"><button name="decision" value="accept">${say('console.accept')}</button><button name="decision" value="refuse">${say('console.uphold')}</button></div></form>`;
};

type Shown = Readonly<{
  differences: RefusedDifference | null;
  /** Why the differences cannot be told. */
  why: LicetError | null;
  /** What was wrong with what was sent. */
  wrong: string | null;
  role: OperatorRole;
}>;

/** One refused run: why, the pages to look at, what changed in the rows, and the decision. */
export const refusedView = (page: Page, one: Refusal, { differences, why, wrong, role }: Shown): Html => {
  const { say } = page;
  const pages = one.pages.map(
    ({ sha256, url, contentType }) =>
      html`<li><a href="/console/pages/${sha256}" download>${url}</a> <span class="fine">${contentType}</span></li>`,
  );
  const told =
    differences === null
      ? html`<p>${why === null ? say('console.differences-unknown') : refusalWords(page, why)}</p>`
      : changes(page, differences);
  return html`<p class="fine">${instantOf(one.at)}${one.upheld ? html` · ${say('console.upheld')}` : null}</p>
<h2>${say('console.why-refused')}</h2><ul lang="en">${one.refusals.map((line) => html`<li>${line}</li>`)}</ul>
<h2>${say('console.what-changed')}</h2>${told}
<h2>${say('console.pages')}</h2><ul>${pages}</ul>
${one.upheld || !mayAs(role, 'reviewer') ? null : decideForm(page, one, wrong)}`;
};
