import { nearestServices, services } from '../../verdict/services.ts';
import { type AddCommand, type CommonOptions, type Context, printJson } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { tableLines } from '../table.ts';
import { gateWords } from '../words.ts';

const technologies =
  ({ terminal, finish }: Context) =>
  async (words: string[], options: CommonOptions): Promise<void> => {
    const text = words.join(' ').trim();
    const near = new Set(nearestServices(text));
    const found = text === '' ? services : services.filter(({ code }) => near.has(code));
    if (found.length === 0) {
      terminal.err(
        `licet technologies: nothing is near “${text}”; without words the command lists all codes\n`,
      );
      finish(exitCodes.undecided);
    }
    if (options.json === true) return printJson(terminal, { technologies: found });
    const rows = found.map((one) => [
      `  ${one.code}`,
      one.name[options.lang],
      gateWords[one.gate][options.lang],
    ]);
    terminal.out(`${tableLines(rows).join('\n')}\n`);
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
