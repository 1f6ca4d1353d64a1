import type { Bilingual } from '../../../schema/base.ts';
import type { Gate } from '../../../schema/credential.ts';
import { terminalWords } from '../../../schema/lexicon/terminal-words.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { addressOf, httpAnswer } from '../http-answer.ts';
import { print } from '../print-answer.ts';
import { tableLines } from '../table.ts';

type Technologies = Readonly<{
  technologies: readonly Readonly<{ code: string; gate: Gate; name: Bilingual }>[];
}>;

const technologies =
  (context: Context) =>
  async (words: string[], options: CommonOptions): Promise<void> => {
    const { lang } = options;
    const q = words.length === 0 ? undefined : words.join(' ');
    const body = (await httpAnswer(context, options, addressOf('/v1/technologies', { q }))) ?? '';
    const found = print<Technologies>(context, options, body, (answer) =>
      tableLines(
        answer.technologies.map((one) => [
          `  ${one.code}`,
          one.name[lang],
          terminalWords.gates[one.gate][lang],
        ]),
      )
        .map((line) => `${line}\n`)
        .join(''),
    );
    if (found.technologies.length > 0) return;
    context.terminal.err(
      'licet technologies: no code is near these words; without words the command lists all\n',
    );
    context.finish(exitCodes.undecided);
  };

/** `licet technologies`: the codes that `--service` takes. */
export const addTechnologies: AddCommand = (program, context) => {
  const command = program
    .command('technologies')
    .description('find the code of a treatment in everyday words; without words, all codes')
    .argument('[words...]', 'e.g. proton therapy, 试管婴儿');
  common(command).addHelpText(
    'after',
    examples(['licet technologies proton therapy', 'licet technologies 试管婴儿 --lang zh']),
  );
  command.action(technologies(context));
};
