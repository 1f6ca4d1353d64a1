import type { Language } from '../../../schema/base.ts';
import type { SourceState } from '../../../schema/reference.ts';
import { daysBetween, earliest, shanghaiDay } from '../../kit/dates.ts';
import { type AddCommand, type CommonOptions, type Context, printJson } from '../context.ts';
import { common, examples } from '../help.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';
import { howWords, kindWords, word } from '../words.ts';

type State = Readonly<{
  id: string;
  title: SourceState['descriptor']['title'];
  authority: SourceState['descriptor']['authority'];
  evidenceKind: SourceState['descriptor']['evidenceKind'];
  how: SourceState['descriptor']['how'];
  state: 'fresh' | 'stale' | 'unavailable';
  asOf: string | null;
  ageDays: number | null;
  freshnessDays: number | null;
  rows: number | null;
  lastRun: SourceState['lastRun'];
  lastRunAt: string | null;
  lastIssue: string | null;
}>;

/** The state of one source on a day: a list without a date of its own can never be called fresh by age. */
const stateOf = (source: SourceState, today: string): State => {
  const { descriptor, editions } = source;
  const edition = editions.at(-1) ?? null;
  const asOf = edition?.asOf ?? descriptor.asOf;
  const ageDays = asOf === null ? null : daysBetween(earliest(asOf), today);
  const { freshnessDays } = descriptor;
  const young = freshnessDays === null || (ageDays !== null && ageDays <= freshnessDays);
  return {
    id: descriptor.id,
    title: descriptor.title,
    authority: descriptor.authority,
    evidenceKind: descriptor.evidenceKind,
    how: descriptor.how,
    state: edition === null ? 'unavailable' : young ? 'fresh' : 'stale',
    asOf,
    ageDays,
    freshnessDays,
    rows: edition?.rows ?? null,
    lastRun: source.lastRun,
    lastRunAt: source.lastRunAt,
    lastIssue: source.lastIssue,
  };
};

const row = (one: State, lang: Language, { paint }: Terminal): string[] => [
  `  ${paint(one.state === 'fresh' ? 'green' : 'yellow', word(one.state, lang))}`,
  one.id,
  one.rows === null ? '–' : String(one.rows),
  one.asOf ?? word('undated', lang),
  one.ageDays === null || one.ageDays < 0 ? '–' : `${one.ageDays} ${word('days', lang)}`,
  `${kindWords[one.evidenceKind][lang]}, ${howWords[one.how][lang]}`,
  printable(one.title[lang]),
];

const sources =
  ({ terminal, clock, registry }: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const { reader } = await registry(options);
    const today = shanghaiDay(clock());
    const states = [...reader.reference.sources.values()].map((source) => stateOf(source, today));
    if (options.json === true) return printJson(terminal, { generation: reader.generation, sources: states });
    const lines = tableLines(states.map((one) => row(one, options.lang, terminal)));
    const issues = states.flatMap(({ id, lastIssue }) =>
      lastIssue === null ? [] : [`  ${id}: ${printable(lastIssue)}`],
    );
    const trouble = issues.length === 0 ? [] : ['', terminal.paint('bold', 'Newest issues'), ...issues];
    terminal.out(`${[...lines, ...trouble].join('\n')}\n`);
  };

/** `licet sources`: every list, its date, its age, and the newest trouble reading it. */
export const addSources: AddCommand = (program, context) => {
  const command = program
    .command('sources')
    .description('every list Licet has read: date, age, rows, newest trouble');
  common(command).addHelpText('after', examples(['licet sources', 'licet sources --json --lang zh']));
  command.action(sources(context));
};
