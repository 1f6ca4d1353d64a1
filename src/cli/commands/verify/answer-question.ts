import type { Question } from '../../../../schema/question.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { createAnswers, type Epoch } from '../../../ask/answers.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import { openPastGenerations } from '../../../ask/past-generations.ts';
import type { RawQuestion } from '../../../ask/question-context.ts';
import { createDemand } from '../../../http/demand.ts';
import { findNames } from '../../../jobs/names/find-names.ts';
import { openServiceState } from '../../../store/open-store.ts';
import { bytesOf } from '../../../text/byte-text.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { tellRefused } from './refused-question.ts';

/** Counts whom was asked for, as the service does; nobody's answer is held up or lost because that could not be written. */
const countAsked = async (data: string, clock: Context['clock'], about: readonly string[]): Promise<void> => {
  if (about.length === 0) return;
  try {
    const state = openServiceState(data);
    const demand = createDemand(() => state.demand, clock);
    demand.count(about);
    await demand.flush().finally(state.close);
  } catch {
    // The count is told to nobody who asks.
  }
};

type Asking = Readonly<{ answers: ReturnType<typeof createAnswers>; epoch: Epoch }>;

/** Opens the data folder, and lets one question be asked of it. */
const asking = async <Answer>(
  context: Context,
  options: CommonOptions,
  ask: (asked: Asking) => Promise<Answer>,
): Promise<Answer> => {
  const { config, clock } = context;
  const { store } = await context.open(options, 'ready');
  await findNames(options.data ?? config.data, store.reader());
  const past = openPastGenerations(store.readerAt, () => store.reader());
  try {
    const answers = createAnswers(() => store.reader(), clock, config, past);
    return await ask({ answers, epoch: answers.epoch() });
  } finally {
    past.close();
  }
};

/** What is answered to a question that was read, as a verdict. */
export const verdictOf = (context: Context, options: CommonOptions, question: Question): Promise<Verdict> =>
  asking(context, options, ({ answers, epoch }) => answers.unscored(epoch, question));

/**
 * The answer to one question, byte for byte that of `GET /v1/verify`, without the service around it, which takes longer to load than all
 * that is needed to answer. Not for questions about physicians, whose quota and records the service keeps. Throws a UsageError that names every field that
 * cannot be read.
 */
export const answerQuestion = (context: Context, options: CommonOptions, raw: RawQuestion): Promise<string> =>
  asking(context, options, async ({ answers, epoch }) => {
    const newest = epoch.reader.generation;
    const read = { now: context.clock(), lang: options.lang, via: 'query', pointer: '', newest } as const;
    const parsed = parseQuestion(raw, read);
    if (!('question' in parsed))
      throw await tellRefused(context, options, { raw, refused: parsed, read }, (question) =>
        answers.unscored(epoch, question),
      );
    const { body, about } = await answers.body(epoch, parsed.question);
    await countAsked(options.data ?? context.config.data, context.clock, about);
    return String(bytesOf(body));
  });
