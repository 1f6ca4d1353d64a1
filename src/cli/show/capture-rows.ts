import type { AnswerChange } from '../../../schema/answer-change.ts';
import type { Language } from '../../../schema/base.ts';
import type { Looked } from '../../harvest/capture/record-captures.ts';
import { captureFields } from '../../harvest/capture/recordable-fields.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { Recorded } from '../../jobs/captures/record-rows.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';

/** Where to look, what to type there, and which fields to read off. */
export const instructions = ({ descriptor }: Source, terminal: Terminal, lang: Language): void => {
  const { checkYourself, pages, title } = descriptor;
  const rows = captureFields(descriptor).map(({ column, label, kind, required }) => [
    `  ${column}`,
    label[lang],
    kind,
    required ? 'required' : '',
  ]);
  terminal.out(
    [
      ` ${terminal.paint('bold', title[lang])}`,
      ` 1. Open ${checkYourself?.url ?? pages[0]?.url}`,
      ` 2. ${checkYourself?.type[lang] ?? ''}`,
      ' 3. Save the page (HTML, PDF or PNG, or its text as .txt); --read takes off it what it can, the rest is typed:',
      ...tableLines(rows),
      ` licet capture ${descriptor.id} --page <file> --read --field <name>=<value> … --by <who>`,
      '',
    ].join('\n'),
  );
};

const showRead = ({ read }: Looked['prepared'], { paint }: Terminal): readonly string[] =>
  tableLines(
    read.map(({ column, state, value, values, where }) => [
      `   ${column}`,
      state === 'read' ? printable(value) : paint('yellow', state),
      printable(state === 'ambiguous' || state === 'proposed' ? values.join(' | ') : where),
    ]),
  );

/** One captured row: what the page shows, what is wrong with it, what it would change. */
export const showCapture = ({ row, prepared }: Looked, terminal: Terminal): readonly string[] => {
  const { paint } = terminal;
  const { problems, warnings, changes, key } = prepared;
  const state = problems.length > 0 ? paint('red', 'not taken') : paint('green', 'good');
  const news = changes.filter(({ before, after }) => before !== after);
  return [
    ` row ${row}: ${state}${key === null ? '' : `  ${printable(key)}`}`,
    ...showRead(prepared, terminal),
    ...problems.map((one) => `   ${paint('red', '!')} ${printable(one)}`),
    ...warnings.map((one) => `   ${paint('yellow', '?')} ${printable(one)}`),
    ...tableLines(
      news.map(({ column, before, after }) => [
        `   ${column}`,
        printable(before ?? '(new)'),
        '→',
        printable(after),
      ]),
    ),
    ...(problems.length === 0 && news.length === 0 ? ['   nothing changes'] : []),
  ];
};

const told = (one: AnswerChange['after']): string =>
  one === null ? 'not on record' : `${one.outcome} (licence ${one.licence})`;

/** The answers that become others, those that become a no first. */
export const showAnswers = (answers: readonly AnswerChange[], { paint }: Terminal): readonly string[] => {
  const ordered = [...answers].sort((a, b) => Number(b.negative) - Number(a.negative));
  return tableLines(
    ordered.map(({ institution, title, service, before, after, negative }) => [
      `   ${printable(title.zh ?? title.en ?? institution)}${service === null ? '' : ` ${service}`}`,
      told(before),
      '→',
      negative ? paint('red', told(after)) : told(after),
    ]),
  );
};

/** What was done, or why nothing was: rows are recorded together, or with --partial those that are good. */
export const captureFoot = (
  good: number,
  all: number,
  { answers, pending, report }: Recorded,
  yes: boolean,
): string => {
  if (report !== null) return `${good} of ${all} rows recorded; generation ${report.generation}`;
  if (pending !== null)
    return `${good} of ${all} rows wait as ${pending}: an answer becomes a no; licet capture --confirm ${pending} --by <another person>`;
  const second = answers.some(({ negative }) => negative) ? '; a second person will have to confirm it' : '';
  const why =
    good === 0 ? '' : yes ? ', --partial records the good ones' : `, repeat with --yes to record${second}`;
  return `${good} of ${all} rows are good; nothing was written${why}`;
};
