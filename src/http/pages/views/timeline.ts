import type { Credential } from '../../../../schema/credential.ts';
import type { Fact } from '../../../../schema/institution.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { daysBetween, earliest, latest } from '../../../text/dates.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { datedText } from './dated-text.ts';
import { codeName } from './vocabulary.ts';

type Span = Readonly<{ from: string; until: string }>;

const startOf = (one: Credential): string | null => {
  const date = one.validFrom ?? one.eventDate;
  return date === undefined ? null : earliest(date);
};

const endOf = (one: Credential): string | null =>
  one.validUntil === undefined ? null : latest(one.validUntil);

/** From the first date on record to a year from now, or to the last end. */
const spanOf = (credentials: readonly Credential[], today: string): Span => {
  const days = credentials.flatMap((one) => [startOf(one), endOf(one)]).filter((day) => day !== null);
  const sorted = [...days, today].sort();
  const first = sorted[0] ?? today;
  const last = sorted.at(-1) ?? today;
  return { from: `${first.slice(0, 4)}-01-01`, until: `${Number(last.slice(0, 4)) + 1}-01-01` };
};

const at = (day: string, { from, until }: Span): number =>
  Math.round((1000 * daysBetween(from, day)) / Math.max(1, daysBetween(from, until))) / 10;

const bar = (one: Credential, today: string, span: Span): Html => {
  const start = startOf(one);
  const end = endOf(one);
  const x = start === null ? null : at(start, span);
  const width = x === null ? 0 : end === null ? 0.9 : Math.max(0.9, at(end, span) - x);
  const over = end !== null && end < today;
  const look = over ? 'over' : one.termDerived === true || end === null ? 'derived' : 'printed';
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" y="3" width="100" height="2"/>${
    x === null ? null : html`<rect class="${look}" x="${x}" y="1" width="${width}" height="6"/>`
  }<rect class="now" x="${at(today, span)}" width=".5" height="8"/></svg>`;
};

/** The dates in words: the picture never says more than this line. */
const dates = (page: Page, one: Credential): string => {
  const { say } = page;
  const from = one.validFrom ?? null;
  const until = one.validUntil ?? null;
  const event =
    one.eventDate === undefined || one.eventDate === from
      ? ''
      : say('timeline.dated', { eventDate: one.eventDate });
  const derived = one.termDerived === true ? say('timeline.computed-from-schemes-term') : '';
  if (from === null && until === null) return event || say('timeline.no-dates-printed');
  const start = from === null ? '' : say('timeline.from', { from });
  const end = until === null ? say('timeline.no-end-printed') : say('timeline.until', { until });
  return [start, `${end}${derived}`, event]
    .filter((part) => part !== '')
    .join(page.lang === 'zh' ? '，' : ', ');
};

const row = (page: Page, one: Fact<Credential>, span: Span): Html => {
  const what = one.code === 'licence' ? pageWords.gates[one.gate][page.lang] : codeName(one.code, page.lang);
  const scope = one.scope.text ?? one.scope.address;
  const ended = endOf(one) !== null && (endOf(one) ?? '') < page.today;
  return html`<div class="term"><p class="name">${what}</p>
<p class="fine">${one.issuer === undefined ? null : `${one.issuer} · `}${pageWords.statuses[one.status][page.lang]} · ${datedText(page, dates(page, one))}${ended ? page.say('timeline.term-over') : null}</p>
${scope === undefined ? null : html`<p class="fine">${page.say('timeline.for')} ${scope}</p>`}${startOf(one) === null && endOf(one) === null ? null : bar(one, page.today, span)}</div>`;
};

const dated = (one: Credential): number => (startOf(one) === null && endOf(one) === null ? 1 : 0);
const datedFirst = (a: Credential, b: Credential): number => dated(a) - dated(b);

/** Each credential's term as a bar on one common scale, dates beside it in words. */
export const timeline = (page: Page, credentials: readonly Fact<Credential>[]): Html => {
  const span = spanOf(credentials, page.today);
  const { say } = page;
  return html`<div class="terms">${[...credentials].sort(datedFirst).map((one) => row(page, one, span))}
<p class="axis" aria-hidden="true"><span>${span.from.slice(0, 4)}</span><span>${datedText(page, say('timeline.red-line-today', { today: page.today }))}</span><span>${span.until.slice(0, 4)}</span></p></div>`;
};
