import { holdsAnswers } from '../../identify/kept-index/answers-file.ts';
import { stepBehindOthers } from '../behind-others.ts';
import { serveWorker } from '../serve-worker.ts';
import type { AnswersCalls } from './answers-ahead.ts';
import { answersStamp } from './answers-stamp.ts';

stepBehindOthers();

/** Most starts find the answers made, and need nothing of what makes them. */
const make = async (given: AnswersCalls['make']['given']): Promise<string | null> => {
  const stamp = answersStamp(given.content);
  if (await holdsAnswers(given.file, stamp)) return stamp;
  const { makeAnswers } = await import('./make-answers.ts');
  return (await makeAnswers(given, stamp)) ? stamp : null;
};

serveWorker<AnswersCalls>({ make }, async () => undefined);
