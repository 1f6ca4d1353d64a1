import { practitionerFields, questionFields } from '../../../../schema/question.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import type { RawQuestion } from '../../../ask/question-context.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { exitCodeOf } from '../../exit-codes.ts';
import { addFields, common, examples, fieldsIn } from '../../help.ts';
import { print } from '../../print-answer.ts';
import { showVerdict } from '../../show/verdict.ts';
import { optionOf, UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import type { ListOptions } from './verify-list.ts';

/** A whole name of a hospital in one argument. */
const WHOLE_NAME =
  /\p{Script=Han}(?:医院|醫院|保健院|医学中心|[一二三四五六七八九十]院)$|\S\s(?:hospital|clinic)\b/iu;

/** Refuses several names, which would be read as one line: each is asked by itself. */
const refuseSeveral = (words: readonly string[]): void => {
  const names = words.filter((one) => WHOLE_NAME.test(one));
  if (names.length < 2) return;
  const said = names.map((one) => `“${printable(one)}”`).join(', ');
  throw new UsageError(
    `<name> is given ${names.length} times (${said}); expected one name: ask for each by itself, or for all with --file list.csv`,
  );
};

/** The question as HTTP would receive it, so that both read it with the same eyes. */
const rawQuestion = (words: readonly string[], options: CommonOptions): RawQuestion =>
  words.length === 0 ? fieldsIn(options) : { name: words.join(' '), ...fieldsIn(options) };

/** What a row may be asked besides its own cells; who is meant stands in the list alone. */
const ALONGSIDE: readonly string[] = [
  'file',
  'out',
  'column',
  'lang',
  'json',
  'data',
  'service',
  'claim',
  'asOf',
];

const verifyFile = async (
  context: Context,
  words: readonly string[],
  options: CommonOptions & Partial<ListOptions>,
): Promise<void> => {
  const { file } = options;
  if (file === undefined) throw new UsageError('--out is for a list; expected --file with it');
  const alone = Object.keys(options).find((name) => !ALONGSIDE.includes(name));
  if (words.length > 0 || alone !== undefined)
    throw new UsageError(
      `${alone === undefined ? '<name>' : optionOf(alone)} cannot stand beside --file; the list says who is meant`,
    );
  const { verifyList } = await import('./verify-list.ts');
  return verifyList(context, { ...options, file });
};

const verify =
  (context: Context) =>
  async (words: string[], options: CommonOptions & Partial<ListOptions>): Promise<void> => {
    if (options.file !== undefined || options.out !== undefined) return verifyFile(context, words, options);
    refuseSeveral(words);
    const raw = rawQuestion(words, options);
    const read = { now: context.clock(), lang: options.lang, via: 'query', pointer: '' } as const;
    const parsed = parseQuestion(raw, read);
    if (!('question' in parsed)) {
      const { tellRefused } = await import('./refused-question.ts');
      throw await tellRefused(context, options, { raw, refused: parsed, read }, async (question) => {
        // Nobody waits for a first start to be told that a word cannot be read.
        const { holdsRegistry } = await import('../../../store/open-store.ts');
        if (!holdsRegistry(options.data ?? context.config.data)) return null;
        const { verdictOf } = await import('./answer-question.ts');
        return verdictOf(context, options, question);
      });
    }
    const { answerQuestion } = await import('./answer-question.ts');
    const body = await answerQuestion(context, options, raw);
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
  command
    .option(
      '--file <file>',
      'a list of hospitals, .xlsx, .csv, .json or .ndjson, in the place of a name; ends with the exit code of its worst row',
    )
    .option('--out <file>', 'where the list goes with its answers; its end says the format')
    .option(
      '--column <field=heading>',
      'the heading a list uses for a field, where it is not recognised; repeatable',
      (value: string, before: readonly string[] = []) => [...before, value],
    );
  addFields(command, questionFields, ['name', 'lang', ...practitionerFields]);
  common(command).addHelpText(
    'after',
    examples([
      'licet verify "Ruijin Hospital" --claim jci --service G06',
      'licet verify 北京协和医院 --service art.ivf --as-of 2025-09-01 --lang zh',
      'licet verify 华山医院 --city 上海 --claim jci --json',
      'licet verify --file hospitals.xlsx --out result.xlsx --service G06',
    ]),
  );
  command.action(verify(context));
};
