import { practitionerFields, questionFields } from '../../../schema/question.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { RawQuestion } from '../../ask/question-context.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { addFields, common, examples, fieldsIn } from '../help.ts';
import { addressOf, httpAnswer, print } from '../http-answer.ts';
import { showVerdict } from '../show/verdict.ts';
import { questionError } from '../usage-error.ts';

/** The question as HTTP would receive it, so that both read it with the same eyes. */
const rawQuestion = (words: readonly string[], options: CommonOptions): RawQuestion =>
  words.length === 0 ? fieldsIn(options) : { name: words.join(' '), ...fieldsIn(options) };

const verify =
  (context: Context) =>
  async (words: string[], options: CommonOptions): Promise<void> => {
    const raw = rawQuestion(words, options);
    const parsed = parseQuestion(raw, {
      now: context.clock(),
      lang: options.lang,
      via: 'query',
      pointer: '',
    });
    if (!('question' in parsed)) throw questionError(parsed.errors);
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
    );
  addFields(command, questionFields, ['name', 'lang', ...practitionerFields]);
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
