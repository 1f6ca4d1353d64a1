import { InvalidArgumentError } from 'commander';
import type { Language } from '../../../schema/base.ts';
import { ask } from '../../ask/ask.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { explainIdentifier } from '../../kit/explain-identifier.ts';
import { badQuestion } from '../bad-use.ts';
import { type AddCommand, type CommonOptions, type Context, printJson } from '../context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { showVerdict } from '../show-verdict.ts';

type VerifyOptions = CommonOptions &
  Readonly<{
    id?: string;
    uscc?: string;
    licenceNumber?: string;
    province?: string;
    city?: string;
    address?: string;
    website?: string;
    campus?: string;
    service?: string;
    claim?: string[];
    asOf?: string;
  }>;

const collect = (claim: string, before: string[] | undefined): string[] => {
  if (claim.trim() === '') throw new InvalidArgumentError('It is empty; expected a code such as jci.');
  return [...(before ?? []), claim];
};

/** A number given in the place of the name is read as the number it is. */
const nameOrNumber = (text: string): Record<string, string> => {
  const explained = explainIdentifier(text);
  if (explained.state === 'explained' && explained.kind === 'uscc') return { uscc: text };
  if (explained.state === 'explained' && explained.kind === 'licence-number') return { licenceNumber: text };
  return { name: text };
};

/** The question as HTTP would receive it, so that both read it with the same eyes. */
const rawQuestion = (words: readonly string[], options: VerifyOptions): Record<string, unknown> => {
  const { json: _json, data: _data, ...fields } = options;
  return words.length === 0 ? fields : { ...nameOrNumber(words.join(' ')), ...fields };
};

const verify =
  ({ terminal, clock, registry, finish }: Context) =>
  async (words: string[], options: VerifyOptions): Promise<void> => {
    const now = clock();
    const lang: Language = options.lang;
    const parsed = parseQuestion(rawQuestion(words, options), { now, lang, via: 'query', pointer: '' });
    if (!('question' in parsed)) throw badQuestion(parsed.errors);
    const { reader } = await registry(options);
    const verdict = await ask(parsed.question, reader, now);
    if (options.json === true) printJson(terminal, verdict);
    else terminal.out(showVerdict(verdict, parsed.question.lang, terminal));
    finish(exitCodeOf[verdict.outcome]);
  };

/** `licet verify`: may one rely on this institution, for this treatment, on this day? */
export const addVerify: AddCommand = (program, context) => {
  const command = program
    .command('verify')
    .description('may one rely on this institution, for this treatment, on this day?')
    .argument(
      '[name...]',
      'name of the institution (Chinese, English, former, short), or its official number',
    )
    .option('--id <id>', 'registry id instead of a name')
    .option('--uscc <code>', 'unified social credit code 统一社会信用代码')
    .option('--licence-number <number>', 'number on the practice licence 医疗机构登记号')
    .option('--province <name>', 'narrows the name, Chinese or English')
    .option('--city <name>', 'narrows the name, Chinese or English')
    .option('--address <text>', 'street address')
    .option('--website <address>', 'website of the institution')
    .option('--campus <name>', 'campus 院区')
    .option('--service <code>', 'treatment asked about, e.g. G06 or art.ivf (see: licet technologies)')
    .option(
      '--claim <code>',
      'what the institution says of itself, e.g. jci or grade:3A; may be repeated',
      collect,
    )
    .option('--as-of <day>', 'a past day, YYYY-MM-DD (default: today in Shanghai)');
  common(command).addHelpText(
    'after',
    examples([
      'licet verify "Ruijin Hospital" --claim jci --service G06',
      'licet verify 北京协和医院 --service art.ivf --as-of 2025-09-01 --lang zh',
      'licet verify 华山医院 --city 上海 --claim jci --json',
    ]),
  );
  command.action(verify(context));
};
