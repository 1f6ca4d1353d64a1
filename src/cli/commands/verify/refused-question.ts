import type { KnownBesides } from '../../../../schema/problem.ts';
import type { Question } from '../../../../schema/question.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { knownBesidesOf } from '../../../ask/known-besides.ts';
import type { QuestionContext, RawQuestion, Refused } from '../../../ask/question-context.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { questionError, type UsageError } from '../../usage-error.ts';

/** The name of whom a question means, in the language that is asked for, and what is known of them. */
const inWords = ({ institution, sentence, asked }: KnownBesides, { lang }: CommonOptions): string => {
  const names = institution === null ? [] : [institution.name[lang] ?? institution.name.zh ?? institution.id];
  return `${[...names, sentence, ...asked.map((one) => one.sentence)].join('\n  ')}\n`;
};

/**
 * Tells a question that cannot be read: on stdout, with `--json`, the problem document that HTTP answers it with (without the number of a request), else who is meant where only the
 * treatment or a mark cannot be read. What comes back is to be thrown: its line is for stderr, its exit code that of bad use.
 */
export const tellRefused = async (
  context: Context,
  options: CommonOptions,
  { raw, refused, read }: Readonly<{ raw: RawQuestion; refused: Refused; read: QuestionContext }>,
  answer: (question: Question) => Promise<Verdict | null>,
): Promise<UsageError> => {
  const known = await knownBesidesOf(raw, refused, read, answer);
  if (options.json === true) {
    const [{ problemOf }, { refusalOf }] = await Promise.all([
      import('../../../http/plugins/problems.ts'),
      import('../../../http/refuse.ts'),
    ]);
    const { instance, ...problem } = problemOf(refusalOf([refused], known), '', options.lang);
    context.terminal.out(`${JSON.stringify(problem)}\n`);
  } else if (known !== null) context.terminal.out(inWords(known, options));
  return questionError(refused.errors);
};
