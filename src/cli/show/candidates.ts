import type { Language } from '../../../schema/base.ts';
import { terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import type { Identity } from '../../../schema/verdict.ts';
import { placeTitle } from '../../places/english-title.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';
import { resultWord, word } from '../words.ts';
import { outcomePaint } from './paints.ts';
import { indented } from './paragraphs.ts';

/** Where an institution is, in the reader's language. */
export const placeText = (
  { province, city }: Readonly<{ province: string | null; city: string | null }>,
  lang: Language,
): string =>
  [...new Set([province, city])]
    .flatMap((part) => (part === null ? [] : [lang === 'zh' ? part : placeTitle(part)]))
    .filter((part, at, all) => all.indexOf(part) === at)
    .join(', ');

/** What the answer would be, were it this one, and what tells it from the others. */
const candidateAnswer = (
  candidate: Identity['candidates'][number] | undefined,
  lang: Language,
  terminal: Terminal,
): string[] => {
  const { outcome, licence, apart = [] } = candidate ?? {};
  return [
    ...apart.flatMap(({ text }) => indented(text, 8, terminal)),
    ...(outcome === undefined || licence === undefined
      ? []
      : indented(
          `${terminalWords.outcomes[outcome][lang]} · ${word('licence', lang)}: ${resultWord(licence.result, true, lang)}`,
          8,
          terminal,
          outcomePaint[outcome],
        )),
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
    placeText(one, lang),
    one.licenceNumber ?? '',
    one.id,
  ]);
  return tableLines(rows).flatMap((line, index) => [
    line,
    ...candidateAnswer(candidates[index], lang, terminal),
    ...(candidates[index]?.why ?? []).flatMap(({ text }) => indented(text, 8, terminal)),
  ]);
};
