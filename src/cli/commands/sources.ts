import type { Language } from '../../../schema/base.ts';
import { terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import type { EvidenceKind, ObtainedHow } from '../../../schema/source.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';
import { addressOf, httpAnswer } from '../http-answer.ts';
import { print } from '../print-answer.ts';
import { indented, section } from '../show/paragraphs.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';
import { word } from '../words.ts';
import { addSourcesCheck } from './sources-check.ts';

type State = Readonly<{
  id: string;
  title: string;
  evidenceKind: EvidenceKind;
  how: ObtainedHow;
  state: 'fresh' | 'stale' | 'unavailable';
  asOf: string | null;
  ageDays: number | null;
  rows: number | null;
  lastIssue: string | null;
  ageing: Readonly<{ lastDay: string; daysLeft: number; answersAtStake: number | null }> | null;
  off: string | null;
}>;
type Sources = Readonly<{ generation: number; sources: readonly State[] }>;

const row = (one: State, lang: Language, { paint }: Terminal): string[] => [
  `  ${paint(one.state === 'fresh' ? 'green' : 'yellow', word(one.state, lang))}`,
  one.id,
  one.rows === null ? '–' : String(one.rows),
  one.asOf ?? word('undated', lang),
  one.ageDays === null || one.ageDays < 0 ? '–' : `${one.ageDays} ${word('days', lang)}`,
  `${terminalWords.evidenceKinds[one.evidenceKind][lang]}, ${terminalWords.obtained[one.how][lang]}`,
  printable(one.title),
];

const ageingLine = (
  title: string,
  { lastDay, daysLeft, answersAtStake }: NonNullable<State['ageing']>,
  lang: Language,
): string => {
  const change = answersAtStake === null ? '' : `, ${answersAtStake} ${word('answersAtStake', lang)}`;
  return `${title}: ${word('until', lang)} ${lastDay} (${daysLeft} ${word('daysLeft', lang)})${change}`;
};

const show = ({ sources }: Sources, lang: Language, terminal: Terminal): string => {
  const lines = tableLines(sources.map((one) => row(one, lang, terminal)));
  const issues = sources.flatMap(({ id, lastIssue, off }) =>
    [lastIssue, off].flatMap((said) => (said === null ? [] : indented(`${id}: ${said}`, 2, terminal))),
  );
  const soon = sources.flatMap(({ title, ageing }) =>
    ageing === null ? [] : indented(ageingLine(title, ageing, lang), 2, terminal),
  );
  return `${[...lines, ...section(word('ageing', lang), soon, terminal), ...section(word('issues', lang), issues, terminal)].join('\n')}\n`;
};

const sources =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const { lang } = options;
    const body = (await httpAnswer(context, options, addressOf('/v1/sources', { lang }))) ?? '';
    print<Sources>(context, options, body, (answer) => show(answer, lang, context.terminal));
  };

/** `licet sources`: every list, its date, its age, and the newest trouble reading it. */
export const addSources: AddCommand = (program, context) => {
  const command = program
    .command('sources')
    .description('every list Licet has read: date, age, rows, newest trouble');
  common(command).addHelpText('after', examples(['licet sources', 'licet sources --json --lang zh']));
  command.action(sources(context));
  addSourcesCheck(command, context);
};
