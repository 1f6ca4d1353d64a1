import type { Language } from '../../../schema/base.ts';
import type { Contradiction } from '../../verdict/contradictions.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';
import { addressOf, httpAnswer } from '../http-answer.ts';
import { indented } from '../show/paragraphs.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';

type Found = Contradiction &
  Readonly<{ institution: { id: string; name: { zh: string | null; en: string | null } } }>;
type Page = Readonly<{ contradictions: readonly Found[]; next: string | null }>;

const MOST = 100;

const lines = (one: Found, lang: Language, terminal: Terminal): string[] => {
  const { id, name } = one.institution;
  const says = one.statements.map(
    ({ says: word, evidence }) => `      ${printable(word)}  ${evidence.source}  ${evidence.asOf ?? '–'}`,
  );
  return [
    `  ${terminal.paint('bold', printable(name.zh ?? name.en ?? id))}  ${id}  ${one.kind} ${one.about}`,
    ...says,
    ...indented(one.why[lang], 6, terminal),
  ];
};

const contradictions = (context: Context) => async (options: CommonOptions) => {
  const { terminal } = context;
  let after: string | null | undefined;
  let count = 0;
  while (after !== null) {
    const address = addressOf('/v1/contradictions', { after, limit: MOST, lang: options.lang });
    const { contradictions: found, next } = JSON.parse(
      (await httpAnswer(context, options, address)) ?? '',
    ) as Page;
    for (const one of found) {
      const shown =
        options.json === true ? JSON.stringify(one) : lines(one, options.lang, terminal).join('\n');
      terminal.out(`${shown}\n`);
    }
    count += found.length;
    after = next;
  }
  terminal.err(`${count} contradictions\n`);
};

/** `licet contradictions`: where two sources disagree, both, and the rule that decided. */
export const addContradictions: AddCommand = (program, context) => {
  const command = program
    .command('contradictions')
    .description('where two sources disagree about an institution; with --json one line each');
  common(command).addHelpText('after', examples(['licet contradictions', 'licet contradictions --json']));
  command.action(contradictions(context));
};
