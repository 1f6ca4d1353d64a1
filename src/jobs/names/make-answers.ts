import { stat } from 'node:fs/promises';
import { answerNames } from '../../ask/answer-names.ts';
import { holdsAnswers } from '../../identify/kept-index/answers-file.ts';
import { contentOf, keepIndexIn } from '../../identify/kept-index/name-finders.ts';
import { openSharedFiles, openStore } from '../../store/open-store.ts';
import type { AnswersCalls } from './answers-ahead.ts';
import { namesFile } from './names-index.ts';
import { shareFile } from './share-index.ts';

/** The process holds an index of its own: one of more bytes than this (of some 170,000 institutions) would take too much memory for what nobody waits for. */
const LARGEST = 128 * 1_048_576;

const isLarge = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size > LARGEST,
    () => false,
  );

/**
 * Has the answers in their file, made here or by another server of the same database; false where a newer generation was published meanwhile, and where the index is too large.
 */
export const makeAnswers = async (
  { data, file, content, patient }: AnswersCalls['make']['given'],
  stamp: string,
): Promise<boolean> => {
  const store = await openStore({ data, alone: true });
  const shared = openSharedFiles(data);
  try {
    const reader = store.reader();
    if (contentOf(reader) !== content || (await isLarge(namesFile(data)))) return false;
    keepIndexIn(namesFile(data), reader);
    const make = (): Promise<void> => answerNames(reader, file, stamp);
    const wanted = { kind: 'answers', stamp, file, holds: holdsAnswers } as const;
    if (shared === null) await make();
    else await shareFile(wanted, make, { store, shared, patient });
    return true;
  } finally {
    await shared?.close();
    await store.close();
  }
};
