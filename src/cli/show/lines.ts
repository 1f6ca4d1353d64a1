import type { Language } from '../../../schema/base.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import type { LicenceResult, NextStep } from '../../../schema/verdict-lines.ts';
import { askedTitle } from '../../verdict/vocabulary/asked-title.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';
import { resultWord, word } from '../words.ts';
import { resultPaint } from './paints.ts';
import { indented } from './paragraphs.ts';

const stepLines = (next: NextStep | null, lang: Language, terminal: Terminal): string[] =>
  next === null
    ? []
    : [
        ...indented(`${word('next', lang)}: ${next.text}`, 4, terminal),
        ...(next.type === null ? [] : indented(next.type, 6, terminal)),
        ...(next.url === null ? [] : [terminal.paint('underline', `      ${printable(next.url)}`)]),
        ...(next.show === null ? [] : indented(`${word('show', lang)}: ${next.show}`, 6, terminal)),
      ];

const titleOf = (ask: string, lang: Language): string => {
  if (ask === 'practitioner') return word('physician', lang);
  return ask === 'licence' ? word('licence', lang) : (askedTitle(ask)?.[lang] ?? ask);
};

/** What was asked, each in one line with what to do next, then the licence; the step for the licence where nothing else has one. */
export const lineLines = ({ asked, licence }: Verdict, lang: Language, terminal: Terminal): string[] => {
  const head = (title: string, result: LicenceResult, words: string): string[] =>
    indented(`${title}: ${terminal.paint(resultPaint[result], words)}`, 2, terminal);
  const things = asked.filter(({ ask }) => ask !== 'licence');
  const open = things.some(({ next }) => next !== null);
  return [
    ...things.flatMap(({ ask, result, sentence, next }) => [
      ...head(titleOf(ask, lang), result, resultWord(result, result === 'implied', lang)),
      ...indented(sentence, 4, terminal),
      ...stepLines(next, lang, terminal),
    ]),
    ...head(word('licence', lang), licence.result, resultWord(licence.result, true, lang)),
    ...indented(licence.sentence, 4, terminal),
    ...(open ? [] : stepLines(licence.next, lang, terminal)),
  ];
};
