import type { InstitutionSummary } from '../../../../../schema/verdict.ts';
import type { OfferAnswer } from '../../../../ask/check-offer.ts';
import { stateOf } from '../../../../badge/state.ts';
import { wordsIn } from '../../../../badge/words.ts';
import { isClaim } from '../../../../verdict/vocabulary/claims.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';
import { datedText } from '../dated-text.ts';
import { bothNames } from '../institution-line.ts';
import { codeName } from '../vocabulary.ts';

/** A place of the text that is marked, and the note of this number that explains it. */
export type MarkedPlace = Readonly<{ start: number; end: number; note: number; kind: 'sign' | 'term' }>;

/** What one note explains, wherever it stands in the text: the same sign with the same law, or the same codes. */
type Note = Readonly<{ note: number; words: readonly string[] }>;
type SignNote = Note & Readonly<{ warning: OfferAnswer['warnings'][number] }>;
type TermNote = Note & Readonly<{ span: OfferAnswer['spans'][number] }>;

/** All places that are marked and the notes behind them, numbered in the order of the page: signs first. */
type OfferPlaces = Readonly<{
  marked: readonly MarkedPlace[];
  signs: readonly SignNote[];
  terms: readonly TermNote[];
}>;

const grouped = <Item extends Readonly<{ text: string }>>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [first: Item, all: readonly Item[]])[] =>
  [...Map.groupBy(items, keyOf).values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [[first, all] as const];
  });

const wordsOf = (all: readonly Readonly<{ text: string }>[]): readonly string[] => [
  ...new Set(all.map(({ text }) => text)),
];

/** Numbers what was found in an offer. */
export const placesOf = ({ warnings, spans }: OfferAnswer): OfferPlaces => {
  const signs = grouped(warnings, ({ sign, why }) => `${sign} ${why.en}`);
  const terms = grouped(spans, ({ codes, turnedRound }) => `${codes.join()} ${turnedRound}`);
  const placed =
    (kind: MarkedPlace['kind'], from: number) => (group: (typeof signs | typeof terms)[number], at: number) =>
      group[1].map(({ start, end }) => ({ start, end, note: from + at, kind }));
  return {
    marked: [...signs.flatMap(placed('sign', 1)), ...terms.flatMap(placed('term', 1 + signs.length))],
    signs: signs.map(([warning, all], at) => ({ note: 1 + at, warning, words: wordsOf(all) })),
    terms: terms.map(([span, all], at) => ({ note: 1 + signs.length + at, span, words: wordsOf(all) })),
  };
};

const quoted = (words: readonly string[], page: Page): string =>
  words.map((one) => `“${one}”`).join(page.say('common.comma'));

/** The signs: what is written, what the rule says, and the article. */
export const signNotes = (page: Page, { signs }: OfferPlaces): Html | null =>
  signs.length === 0
    ? null
    : html`<h2>${page.say('offer-notes.rule-speaks-against')}</h2><ol class="notes">${signs.map(
        ({ note, warning, words }) =>
          html`<li class="card check not-met" id="note-${note}" value="${note}"><h3>${warning.title[page.lang]}</h3>
<p class="soft">${quoted(words, page)}</p><p>${datedText(page, warning.why[page.lang])}</p>
<p class="fine">${datedText(page, warning.basis.map((one) => one[page.lang]).join(page.say('common.semicolon')))}</p></li>`,
      )}</ol>`;

/** The one hospital that a text names, where it is settled who that is; undefined for none, and for several. */
const onlyNamed = ({ named }: OfferAnswer): InstitutionSummary | undefined => {
  const [first, ...more] = new Map(
    named.map(({ identity }) => [identity.institution?.id, identity.institution]),
  ).values();
  return more.length > 0 ? undefined : (first ?? undefined);
};

/** Whose record the answers below are; where it is not settled who is meant, that is said once, with who could be. */
const lookedUp = (page: Page, answer: OfferAnswer): Html => {
  const { say } = page;
  const link = ({ id, name }: Pick<InstitutionSummary, 'id' | 'name'>) =>
    html`<a href="${page.to(`/hospitals/${encodeURIComponent(id)}`)}">${bothNames(page, name, id)[0]}</a>`;
  const { identity } = answer;
  const only = identity === null ? onlyNamed(answer) : undefined;
  if (only !== undefined) return html`<p>${say('offer-notes.ask-of-named')} ${link(only)}</p>`;
  if (identity === null) return html`<p>${say('offer-notes.name-hospital-below-each')}</p>`;
  const { institution, candidates } = identity;
  if (institution !== null) return html`<p>${say('offer-notes.looked-up')} ${link(institution)}</p>`;
  return html`<div class="note"><p>${say('offer-notes.not-settled-hospital-meant')}</p>${
    candidates.length === 0
      ? null
      : html`<p>${say('offer-notes.could')}</p><ul>${candidates.map((one) => html`<li>${link(one)}</li>`)}</ul>`
  }</div>`;
};

/** Why the answer is what it is: what decided this very thing; the whole sentence where something else decided. */
const whyOf = ({ code, outcome, checks, summary }: OfferAnswer['verdicts'][number]): string => {
  const own = checks.find(({ ask }) => ask === code);
  const decided =
    (outcome === 'refuted' && own?.result === 'not-met') ||
    (outcome === 'unknown' && own?.result === 'unknown');
  return (decided ? own?.reasons[0]?.text : undefined) ?? summary;
};

const verdictLine = (page: Page, code: string, answer: OfferAnswer): Html => {
  const { identity, verdicts } = answer;
  const id = identity === null ? onlyNamed(answer)?.id : identity.institution?.id;
  const found = id === undefined ? undefined : verdicts.find((one) => one.code === code);
  const what = isClaim(code) ? { claim: code } : { service: code };
  const ask = page.to('/check', { ...(id === undefined ? {} : { id }), ...what });
  const word =
    found === undefined || found.outcome === 'ambiguous' ? null : wordsIn(page.lang).state[stateOf(found)];
  return html`<p><a href="${ask}">${codeName(code, page.lang)}</a>${word === null || found === undefined ? null : html`${page.say('common.colon')}<strong>${word}</strong>${page.say('common.stop')}${datedText(page, whyOf(found))}`}</p>`;
};

/** What can be checked: each code with its answer for the hospital named, or the way to ask. */
export const termNotes = (page: Page, { terms }: OfferPlaces, answer: OfferAnswer): Html | null => {
  const { say } = page;
  if (terms.length === 0) return null;
  return html`<h2>${say('offer-notes.can-checked')}</h2>${lookedUp(page, answer)}<ol class="notes">${terms.map(
    ({ note, span, words }) =>
      html`<li class="card check unknown" id="note-${note}" value="${note}"><h3>${quoted(words, page)}</h3>${
        span.turnedRound ? html`<p>${say('offer-notes.text-denies')}</p>` : null
      }${span.codes.map((code) => verdictLine(page, code, answer))}</li>`,
  )}</ol>`;
};
