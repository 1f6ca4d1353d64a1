import { InvalidArgumentError } from 'commander';
import type { Verdict } from '../../../schema/verdict.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { badQuestion } from '../bad-use.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { addressOf, httpAnswer, print } from '../http-answer.ts';
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
    generation?: string;
  }>;

const collect = (claim: string, before: string[] | undefined): string[] => {
  if (claim.trim() === '') throw new InvalidArgumentError('It is empty; expected a code such as jci.');
  return [...(before ?? []), claim];
};

/** The question as HTTP would receive it, so that both read it with the same eyes. */
const rawQuestion = (words: readonly string[], options: VerifyOptions): Record<string, unknown> => {
  const { json: _json, data: _data, ...fields } = options;
  return words.length === 0 ? fields : { name: words.join(' '), ...fields };
};

const verify =
  (context: Context) =>
  async (words: string[], options: VerifyOptions): Promise<void> => {
    const raw = rawQuestion(words, options);
    const parsed = parseQuestion(raw, {
      now: context.clock(),
      lang: options.lang,
      via: 'query',
      pointer: '',
    });
    if (!('question' in parsed)) throw badQuestion(parsed.errors);
    const body = await httpAnswer(context, options, addressOf('/v1/verify', raw));
    if (body === null) throw new Error('the service has no /v1/verify');
    const { outcome } = print<Verdict>(context, options, body, (verdict) =>
      showVerdict(verdict, options.lang, context.terminal),
    );
    context.finish(exitCodeOf[outcome]);
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
    .option('--as-of <day>', 'a past day, YYYY-MM-DD (default: today in Shanghai)')
    .option(
      '--generation <number>',
      'what was said in this generation of the registry, on the day it was published',
    );
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
