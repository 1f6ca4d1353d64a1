import type { Language } from '../../schema/base.ts';
import { type Heading, terminalWords } from '../../schema/lexicon/terminal-words.ts';
import type { Check, Evidence, Identity, Outcome, Result, Verdict } from '../../schema/verdict.ts';
import { evidenceIndex, evidenceLines } from './show-evidence.ts';
import { tableLines } from './table.ts';
import type { Paint, Terminal } from './terminal.ts';
import { printable, wrapTo } from './width.ts';
import { word } from './words.ts';

const outcomePaint: Readonly<Record<Outcome, Paint>> = {
  confirmed: ['bold', 'green'],
  limited: ['bold', 'cyan'],
  refuted: ['bold', 'red'],
  unknown: ['bold', 'yellow'],
  ambiguous: ['bold', 'yellow'],
};
const resultPaint: Readonly<Record<Result, Paint>> = { met: 'green', 'not-met': 'red', unknown: 'yellow' };

/** A paragraph, every line of it indented. */
export const indented = (
  text: string,
  indent: number,
  terminal: Terminal,
  style: Paint | null = null,
): string[] =>
  wrapTo(printable(text), terminal.columns - indent).map(
    (line) => ' '.repeat(indent) + (style === null ? line : terminal.paint(style, line)),
  );

/** A point of a list, its further lines under its words. */
const point = (text: string, terminal: Terminal): string[] =>
  indented(text, 4, terminal).map((line, at) => (at === 0 ? `  · ${line.trimStart()}` : line));

/** A heading over a block; nothing when the block is empty. */
export const section = (title: string, lines: readonly string[], terminal: Terminal): string[] =>
  lines.length === 0 ? [] : ['', terminal.paint('bold', title), ...lines];

const placeText = (of: Readonly<{ province: string | null; city: string | null }>): string =>
  [...new Set([of.province, of.city])].filter((part) => part !== null).join(' ');

const institutionLines = ({ institution }: Identity, lang: Language, terminal: Terminal): string[] => {
  if (institution === null) return [];
  const { zh, en } = institution.name;
  const [first, second] = lang === 'zh' ? [zh, en] : [en ?? zh, en === null ? null : zh];
  const made = institution.test === true ? [terminal.paint('yellow', `  ${word('made', lang)}`)] : [];
  const where = [placeText(institution), institution.licenceNumber, institution.id].filter((part) => part);
  return [
    ...indented(first ?? second ?? institution.id, 2, terminal, 'bold'),
    ...(second === null || first === null ? [] : indented(second, 2, terminal)),
    ...indented(where.join(' · '), 2, terminal),
    ...made,
  ];
};

/** Candidates as a table, each with the reasons why it could be meant. */
export const candidateLines = (
  candidates: Identity['candidates'],
  lang: Language,
  terminal: Terminal,
): string[] => {
  const rows = candidates.map((one) => [
    `  ${one.score.toFixed(2)}`,
    printable((lang === 'zh' ? one.name.zh : (one.name.en ?? one.name.zh)) ?? one.name.en ?? ''),
    printable((lang === 'zh' ? one.name.en : one.name.zh) ?? ''),
    placeText(one),
    one.licenceNumber ?? '',
    one.id,
  ]);
  return tableLines(rows).flatMap((line, index) => [
    line,
    ...(candidates[index]?.why ?? []).flatMap(({ text }) => indented(text, 8, terminal)),
  ]);
};

const checkLines = (
  checks: readonly Check[],
  numbers: ReadonlyMap<string, number>,
  lang: Language,
  terminal: Terminal,
): string[] => {
  const head = (['check', 'asked', 'result', 'status', 'evidence'] as const).map((one) => word(one, lang));
  const rows = checks.map((check) => [
    `  ${terminal.paint(resultPaint[check.result], terminalWords.resultSigns[check.result])} ${terminalWords.gates[check.gate][lang]}`,
    check.ask ?? '–',
    terminal.paint(resultPaint[check.result], terminalWords.results[check.result][lang]),
    check.status ?? '–',
    check.evidence.map((one) => `[${numbers.get(one.url) ?? '?'}]`).join(' ') || '–',
  ]);
  const [heading = '', ...lines] = tableLines([[`    ${head[0]}`, ...head.slice(1)], ...rows]);
  return [
    terminal.paint('dim', heading),
    ...lines.flatMap((line, index) => [
      line,
      ...(checks[index]?.reasons ?? []).flatMap(({ text }) => indented(text, 6, terminal)),
    ]),
  ];
};

const searchedLines = ({ searched }: Verdict, lang: Language): string[] =>
  tableLines(
    searched.map((one) => [
      `  ${word(one.state, lang)}`,
      one.asOf ?? word('undated', lang),
      printable(one.title),
      one.source,
    ]),
  );

const yourselfLines = ({ checkYourself }: Verdict, terminal: Terminal): string[] =>
  checkYourself.flatMap(({ authority, url, type }) => [
    ...indented(`${authority}: ${type}`, 2, terminal),
    terminal.paint('underline', `  ${printable(url)}`),
  ]);

/** What stands over the candidates of an answer. */
const candidatesTitle = ({ match, why }: Identity): Heading => {
  if (match === 'ambiguous') return 'candidates';
  return why.some(({ code }) => code === 'name.nearest') ? 'didYouMean' : 'alsoSimilar';
};

/** A verdict as a page for a terminal: outcome, who, checks, evidence, and how to look oneself. */
export const showVerdict = (verdict: Verdict, lang: Language, terminal: Terminal): string => {
  const { identity, checks } = verdict;
  const all: readonly Evidence[] = checks.flatMap(({ evidence }) => evidence);
  const numbers = evidenceIndex(all);
  const due = verdict.nextDue === null ? '' : ` · ${word('nextDue', lang)} ${verdict.nextDue}`;
  const foot = `${word('forDay', lang)} ${verdict.asOf}${due} · policy ${verdict.policyVersion} · generation ${verdict.generation}`;
  const score = identity.institution === null ? '' : ` (${identity.score.toFixed(3)})`;
  const lines = [
    ` ${terminal.paint(outcomePaint[verdict.outcome], terminalWords.outcomes[verdict.outcome][lang])}`,
    ...indented(verdict.summary, 2, terminal),
    '',
    ...institutionLines(identity, lang, terminal),
    ...indented(`${terminalWords.matches[identity.match][lang]}${score}`, 2, terminal),
    ...identity.why.flatMap(({ text }) => point(text, terminal)),
    ...section(
      word(candidatesTitle(identity), lang),
      candidateLines(identity.candidates, lang, terminal),
      terminal,
    ),
    ...(checks.length === 0 ? [] : ['', ...checkLines(checks, numbers, lang, terminal)]),
    ...section(word('evidence', lang), evidenceLines(all, numbers, lang, terminal), terminal),
    ...section(
      word('notices', lang),
      verdict.notices.flatMap(({ text }) => point(text, terminal)),
      terminal,
    ),
    ...section(word('searched', lang), searchedLines(verdict, lang), terminal),
    ...section(word('checkYourself', lang), yourselfLines(verdict, terminal), terminal),
    '',
    terminal.paint('dim', ` ${foot}`),
  ];
  return `${lines.join('\n')}\n`;
};
