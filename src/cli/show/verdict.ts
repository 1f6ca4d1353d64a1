import type { Language } from '../../../schema/base.ts';
import { type Heading, terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import type { Check, Evidence, Identity, Verdict } from '../../../schema/verdict.ts';
import type { LicenceResult } from '../../../schema/verdict-lines.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';
import { resultWord, word } from '../words.ts';
import { candidateLines, placeText } from './candidates.ts';
import { evidenceIndex, evidenceLines } from './evidence.ts';
import { lineLines } from './lines.ts';
import { outcomePaint, resultPaint } from './paints.ts';
import { indented, point, section } from './paragraphs.ts';

const institutionLines = ({ institution }: Identity, lang: Language, terminal: Terminal): string[] => {
  if (institution === null) return [];
  const { zh, en } = institution.name;
  const [first, second] = lang === 'zh' ? [zh, en] : [en ?? zh, en === null ? null : zh];
  const made = institution.test === true ? [terminal.paint('yellow', `  ${word('made', lang)}`)] : [];
  const where = [placeText(institution, lang), institution.licenceNumber, institution.id].filter(
    (part) => part,
  );
  return [
    ...indented(first ?? second ?? institution.id, 2, terminal, 'bold'),
    ...(second === null || first === null ? [] : indented(second, 2, terminal)),
    ...indented(where.join(' · '), 2, terminal),
    ...made,
  ];
};

/** The result of a check; for the licence that of its own line, so that two words never stand for one thing. */
const resultOf = ({ gate, result }: Check, { licence }: Verdict): LicenceResult =>
  gate === 'practice-licence' ? licence.result : result;

const checkLines = (
  verdict: Verdict,
  numbers: ReadonlyMap<string, number>,
  lang: Language,
  terminal: Terminal,
): string[] => {
  const head = (['check', 'asked', 'result', 'status', 'evidence'] as const).map((one) => word(one, lang));
  const { checks } = verdict;
  const rows = checks.map((check) => {
    const result = resultOf(check, verdict);
    const paint = resultPaint[result];
    return [
      `  ${terminal.paint(paint, terminalWords.resultSigns[result])} ${terminalWords.gates[check.gate][lang]}`,
      check.ask ?? '–',
      terminal.paint(paint, resultWord(result, check.gate === 'practice-licence', lang)),
      check.status ?? '–',
      check.evidence.map((one) => `[${numbers.get(one.url) ?? '?'}]`).join(' ') || '–',
    ];
  });
  const [heading = '', ...lines] = tableLines([[`    ${head[0]}`, ...head.slice(1)], ...rows]);
  return [
    terminal.paint('dim', heading),
    ...lines.flatMap((line, index) => [
      line,
      ...(checks[index]?.reasons ?? []).flatMap(({ text }) => indented(text, 6, terminal)),
    ]),
  ];
};

/** The lists that were read, a line each; of those that no page was ever read of, only which they are. */
const searchedLines = ({ searched }: Verdict, lang: Language, terminal: Terminal): string[] => {
  const { read = [], missing = [] } = Object.groupBy(searched, ({ state }) =>
    state === 'unavailable' ? 'missing' : 'read',
  );
  const rows = read.map((one) => [
    `  ${word(one.state, lang)}`,
    one.asOf ?? word('undated', lang),
    printable(one.title),
    one.source,
  ]);
  const ids = missing.map(({ source }) => source).join(', ');
  return [
    ...tableLines(rows),
    ...(missing.length === 0
      ? []
      : indented(`${word('unavailable', lang)} (${missing.length}): ${ids}`, 2, terminal, 'dim')),
  ];
};

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
    ...identity.why
      .filter(({ text }) => !verdict.summary.includes(text))
      .flatMap(({ text }) => point(text, terminal)),
    ...(identity.institution === null ? [] : ['', ...lineLines(verdict, lang, terminal)]),
    ...section(
      word(candidatesTitle(identity), lang),
      candidateLines(identity.candidates, lang, terminal),
      terminal,
    ),
    ...(identity.settle === undefined
      ? []
      : section(word('settle', lang), indented(identity.settle.text, 2, terminal), terminal)),
    ...(checks.length === 0 ? [] : ['', ...checkLines(verdict, numbers, lang, terminal)]),
    ...section(word('evidence', lang), evidenceLines(all, numbers, lang, terminal), terminal),
    ...section(
      word('notices', lang),
      verdict.notices.flatMap(({ text }) => point(text, terminal)),
      terminal,
    ),
    ...section(word('checkYourself', lang), yourselfLines(verdict, terminal), terminal),
    ...section(word('searched', lang), searchedLines(verdict, lang, terminal), terminal),
    '',
    terminal.paint('dim', ` ${foot}`),
  ];
  return `${lines.join('\n')}\n`;
};
