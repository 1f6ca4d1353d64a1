import { createAnswers } from '../../../ask/answers.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import { openPastGenerations } from '../../../ask/past-generations.ts';
import type { RawQuestion } from '../../../ask/question-context.ts';
import { createDemand } from '../../../http/demand.ts';
import { findNames } from '../../../jobs/names/find-names.ts';
import { openServiceState } from '../../../store/open-store.ts';
import { bytesOf } from '../../../text/byte-text.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { questionError } from '../../usage-error.ts';

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

/**
 * The answer to one question, byte for byte that of `GET /v1/verify`, without the service around it, which takes longer to load than all
 * that is needed to answer. Not for questions about physicians, whose quota and records the service keeps. Throws a UsageError that names every field that
 * cannot be read.
 */
export const answerQuestion = async (
  context: Context,
  options: CommonOptions,
  raw: RawQuestion,
): Promise<string> => {
  const { config, clock } = context;
  const data = options.data ?? config.data;
  const { store } = await context.open(options, 'ready');
  await findNames(data, store.reader());
  const past = openPastGenerations(store.readerAt, () => store.reader());
  try {
    const answers = createAnswers(() => store.reader(), clock, config, past);
    const epoch = answers.epoch();
    const newest = epoch.reader.generation;
    const parsed = parseQuestion(raw, {
      now: clock(),
      lang: options.lang,
      via: 'query',
      pointer: '',
      newest,
    });
    if (!('question' in parsed)) throw questionError(parsed.errors);
    const { body, about } = await answers.body(epoch, parsed.question);
    await countAsked(data, clock, about);
    return String(bytesOf(body));
  } finally {
    past.close();
  }
};
