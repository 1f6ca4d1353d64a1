import { Option } from 'commander';
import { institutionFields } from '../../../schema/question.ts';
import { bodyTypes } from '../../../schema/record.ts';
import type { InstitutionSummary } from '../../../schema/verdict.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { addFields, common, examples, fieldsIn } from '../help.ts';
import { addressOf, httpAnswer } from '../http-answer.ts';
import { print } from '../print-answer.ts';
import { tableLines } from '../table.ts';
import { printable } from '../width.ts';

type Listed = Readonly<{
  institutions: readonly (InstitutionSummary & Readonly<{ type: string; updated: { on: string } }>)[];
  next: string | null;
}>;

const showList = ({ institutions, next }: Listed, { lang }: CommonOptions): string => {
  const rows = institutions.map(({ id, name: { zh, en }, province, city, type, updated }) => {
    const name = (lang === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '';
    const place = [...new Set([province, city])].filter((part) => part !== null).join(' ');
    return [` ${id}`, updated.on, type, place, name].map(printable);
  });
  const more = next === null ? [] : ['', ` more: --after ${next}`];
  return `${[...(rows.length === 0 ? [' none'] : tableLines(rows)), ...more].join('\n')}\n`;
};

const list =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const body = (await httpAnswer(context, options, addressOf('/v1/institutions', fieldsIn(options)))) ?? '';
    print<Listed>(context, options, body, (answer) => showList(answer, options));
  };

/** `licet list`: institutions by place, type and time of their last change, a page at a time. */
export const addList: AddCommand = (program, context) => {
  const command = program
    .command('list')
    .description('institutions on record, by place, type and time of their last change');
  const { province, city } = institutionFields;
  addFields(command, { province, city })
    .addOption(new Option('--type <type>', 'of this type only').choices(bodyTypes))
    .option('--updated-since <day>', 'those of which something changed on this day or later')
    .option('--limit <number>', 'how many: 1 to 500, 100 when left out')
    .option('--after <next>', 'go on where the last page ended');
  common(command).addHelpText(
    'after',
    examples([
      'licet list --province Shanghai --type hospital',
      'licet list --updated-since 2026-11-20 --json',
    ]),
  );
  command.action(list(context));
};
