import { answerWith } from '../../identify/kept-index/answered-ahead.ts';
import { readAnswers } from '../../identify/kept-index/answers-file.ts';
import { contentOf } from '../../identify/kept-index/name-finders.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { type Channel, openChannel } from '../worker-channel.ts';
import { answersFile } from './answers-stamp.ts';

/**
 * The call of the process that answers names ahead: have the answers of this content of the registry in their file. The stamp under which they lie there is the
 * answer; null where the newest generation has other content by now.
 */
export type AnswersCalls = Readonly<{
  make: Readonly<{
    given: Readonly<{ data: string; file: string; content: string; patient: boolean }>;
    answer: string | null;
  }>;
}>;

/** So long a generation answers before its names are answered ahead: a start has other work, and nights that follow one another leave no time for it. */
const LATER_MS = 10_000;

/**
 * Has the names of a generation answered ahead, behind all that somebody waits for, and takes up what was said. `take` does so at once; `begin` after a while,
 * for the generation that answers, until it is told to begin with another one; `stop` ends it, and leaves it to the next.
 */
export const openAnswering = (data: string, patient: boolean) => {
  const file = answersFile(data);
  let worker: Channel<AnswersCalls, never> | null = null;
  let later: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(later);
    const ended = worker;
    worker = null;
    void ended?.end(new Error('names of another generation are to be answered'));
  };
  const take = async (reader: Reader): Promise<void> => {
    const own = openChannel<AnswersCalls>({
      file: new URL('./answers-worker.ts', import.meta.url),
      data: null,
      apart: true,
    });
    worker = own;
    try {
      const stamp = await own.call('make', { data, file, content: contentOf(reader), patient });
      const answers = stamp === null ? null : await readAnswers(file, stamp);
      if (answers !== null) answerWith(reader, answers);
    } catch (cause) {
      if (worker === own) throw cause;
    } finally {
      if (worker === own) {
        worker = null;
        await own.stop();
      }
    }
  };
  return {
    take,
    stop,
    begin: (reader: Reader, failed: (cause: unknown) => void): void => {
      stop();
      later = setTimeout(() => void take(reader).catch(failed), LATER_MS).unref();
    },
  };
};
