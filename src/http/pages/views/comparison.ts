import type { Dossier } from '../../../../schema/institution.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import type { AskedLine } from '../../../../schema/verdict-lines.ts';
import { ask } from '../../../ask/ask.ts';
import { readerFor } from '../../../ask/test-institutions.ts';
import { isClaim } from '../../../verdict/vocabulary/claims.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';
import type { Hospital } from '../hospital.ts';
import { type Html, html } from '../html.ts';
import { type Page, queryValues } from '../page.ts';
import { licenceWord, tag } from './answer-lines.ts';
import { datedText } from './dated-text.ts';
import { placeLine } from './institution-line.ts';
import { codeName } from './vocabulary.ts';

/** Rows of a comparison: more are not compared at a glance. */
const MOST_ROWS = 16;

/** What a column is called. */
export const shortName = (page: Page, { dossier }: Hospital): string => {
  const { zh, en } = dossier.title;
  return (page.lang === 'zh' ? (zh ?? en) : (en ?? zh)) ?? dossier.id;
};

/** A hospital side by side with others, and what is answered of each row about it. */
type Column = Readonly<{ hospital: Hospital; answers: ReadonlyMap<string, AskedLine> }>;

/** What every comparison shows besides what lists name: asked for most often. */
const ALWAYS = 'car-t';

/** The rows: what was chosen, what is always shown, and whatever a list names for one of the hospitals. */
const rowsOf = (page: Page, hospitals: readonly Hospital[]): readonly string[] => {
  const chosen = queryValues(page.query, 'service').filter((code) => findService(code) !== undefined);
  const named = hospitals.flatMap(({ dossier }) => dossier.credentials.map(({ code }) => code));
  const known = named.filter(
    (code) => code !== 'licence' && (findService(code) !== undefined || isClaim(code)),
  );
  return [...new Set([...chosen, ALWAYS, ...known.toSorted()])].slice(0, MOST_ROWS);
};

/** The answer about one thing, the same as on its own page. */
const lineAbout = async (page: Page, { id }: Dossier, code: string): Promise<AskedLine | undefined> => {
  const reader = readerFor(id, page.reader, page.deps.config.testInstitutions, page.now);
  const asked = isClaim(code) ? { claims: [code] } : { claims: [], service: code };
  const { asked: lines } = await ask({ institution: { id }, lang: page.lang, ...asked }, reader, page.now);
  return lines[0];
};

const columnOf = async (page: Page, hospital: Hospital, codes: readonly string[]): Promise<Column> => {
  const lines = await Promise.all(codes.map((code) => lineAbout(page, hospital.dossier, code)));
  return {
    hospital,
    answers: new Map(
      lines.flatMap((line, at) => (line === undefined ? [] : [[codes[at] ?? '', line] as const])),
    ),
  };
};

const row = (page: Page, title: string, columns: readonly Column[], cell: (one: Column) => Html): Html =>
  html`<tr><th scope="row">${title}</th>${columns.map((one) => html`<td data-label="${shortName(page, one.hospital)}${page.say('common.colon')}">${cell(one)}</td>`)}</tr>`;

const answer = (page: Page, { hospital, answers }: Column, code: string): Html => {
  const line = answers.get(code);
  if (line === undefined) return html``;
  const { id } = hospital.dossier;
  const there = page.to('/check', isClaim(code) ? { id, claim: code } : { id, service: code });
  return html`<span class="${line.result}"><a class="tag" href="${there}">${pageWords.results[line.result === 'implied' ? 'unknown' : line.result][page.lang]}</a></span> <span class="fine">${datedText(page, line.sentence)}</span>`;
};

const licence = (page: Page, { licence: { result, sentence } }: Verdict): Html =>
  html`<span class="${result}">${tag(licenceWord(page, result))}</span> <span class="fine">${datedText(page, sentence)}</span>`;

/** Up to four institutions as columns: the licence, the place, and each treatment and mark, in the words of their own pages. */
export const comparison = async (page: Page, hospitals: readonly Hospital[]): Promise<Html> => {
  const { say } = page;
  const codes = rowsOf(page, hospitals);
  const columns = await Promise.all(hospitals.map((one) => columnOf(page, one, codes)));
  const heads = hospitals.map(
    (one) =>
      html`<th scope="col"><a href="${page.to(`/hospitals/${encodeURIComponent(one.dossier.id)}`)}">${shortName(page, one)}</a></th>`,
  );
  return html`<div class="scroll compare" tabindex="0" role="region" aria-label="${say('comparison.comparison')}"><table class="stack"><thead><tr><td></td>${heads}</tr></thead><tbody>
${row(page, pageWords.gates['practice-licence'][page.lang], columns, ({ hospital }) => licence(page, hospital.verdict))}
${row(page, say('comparison.place'), columns, ({ hospital }) => html`${placeLine(page, hospital.dossier.place)}`)}
${codes.map((code) => row(page, codeName(code, page.lang), columns, (one) => answer(page, one, code)))}</tbody></table></div>`;
};
