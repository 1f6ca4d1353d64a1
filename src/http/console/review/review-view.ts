import type { Decision } from '../../../../schema/judgement.ts';
import type { PairSide, ShownPair } from '../../../registry/shown-pair.ts';
import { assets } from '../../pages/assets.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

/** What may be said of two records, each with the key that chooses it. */
export const choices = [
  { decision: 'same', key: 's', text: 'console-review.same' },
  { decision: 'different', key: 'd', text: 'console-review.different' },
  { decision: 'unsure', key: 'u', text: 'console-review.unsure' },
] as const satisfies readonly Readonly<{ decision: Decision; key: string; text: string }>[];

type Row = Readonly<{ label: string; values: (side: PairSide) => readonly string[] }>;

const titleOf = ({ reader, lang }: Page, source: string): string =>
  reader.reference.sources.get(source)?.descriptor.title[lang] ?? source;

/** What two records are compared by. */
const rowsOf = (page: Page, { say }: Page = page): readonly Row[] => [
  { label: say('console-review.names'), values: ({ names }) => names.map(({ value }) => value) },
  { label: say('console-review.place'), values: ({ place }) => (place === '' ? [] : [place]) },
  { label: say('console-review.addresses'), values: ({ addresses }) => addresses },
  { label: say('console-review.numbers'), values: ({ numbers }) => numbers },
  { label: say('console-review.website'), values: ({ website }) => (website === null ? [] : [website]) },
  {
    label: say('console-review.lists'),
    values: ({ sources }) =>
      sources.map(({ source, asOf }) => `${titleOf(page, source)}${asOf === null ? '' : `, ${asOf}`}`),
  },
];

/** One row of both records; what only one of them says is marked. */
const rowView = ({ one, other }: ShownPair, { label, values }: Row): Html | null => {
  const sides = [values(one), values(other)] as const;
  if (sides.every((all) => all.length === 0)) return null;
  const cell = (all: readonly string[], against: readonly string[]): Html =>
    html`<td>${all.map((value, at) => html`${at === 0 ? null : html`<br>`}${against.includes(value) ? value : html`<mark>${value}</mark>`}`)}</td>`;
  return html`<tr><th scope="row">${label}</th>${cell(sides[0], sides[1])}${cell(sides[1], sides[0])}</tr>`;
};

const form = (page: Page, { one, other }: ShownPair, wrong: string | null): Html => {
  const { say } = page;
  const choice = ({ decision, key, text }: (typeof choices)[number]): Html =>
    html`<label class="inline"><input type="radio" name="decision" value="${decision}" required data-key="${key}"> ${say(text)} <kbd>${key}</kbd></label> `;
  return html`${wrong === null ? null : html`<p class="note" role="alert" id="wrong">${wrong}</p>`}
<form method="post" action="${page.to(`/console/review/${one.id}/${other.id}`)}" data-keys><fieldset><legend>${say('console-review.what-are-they')}</legend>${choices.map(choice)}</fieldset>
<label for="because">${say('console-review.what-shows-it')}</label><input id="because" name="because" required minlength="3" maxlength="600"${wrong === null ? null : html` aria-invalid="true" aria-describedby="wrong"`}>
<p class="fine">${say('console-review.means')}</p><button>${say('console-review.judge')}</button></form><script src="${assets.review}" defer></script>`;
};

/** Two records side by side with their differences marked, and the form to judge them where the operator may. */
export const pairView = (page: Page, pair: ShownPair, wrong: string | null, mayJudge: boolean): Html => {
  const { say } = page;
  const { one, other, whyText, compared } = pair;
  const head = ({ id, names }: PairSide): Html =>
    html`<th scope="col"><a href="${page.to(`/hospitals/${id}`)}">${names[0]?.value ?? id}</a><br><span class="fine">${id}</span></th>`;
  const rows = rowsOf(page).map((row) => rowView(pair, row));
  return html`<p>${say('console-review.why', { why: whyText })}</p><div class="records"><table><thead><tr><td></td>${head(one)}${head(other)}</tr></thead><tbody>${rows}</tbody></table></div>
${compared.length === 0 ? null : html`<details><summary>${say('console-review.by-parts')}</summary><ul>${compared.map(({ text }) => html`<li>${text}</li>`)}</ul></details>`}
${mayJudge ? form(page, pair, wrong) : html`<p>${say('console-review.reviewer-judges')}</p>`}`;
};
