import type { Answers, Epoch } from '../../ask/answers.ts';
import type { Generations, PastReader } from '../../store/generations.ts';

/** Opens a generation that is no longer the newest. */
export type ReaderAt = Generations['readerAt'];

/**
 * The generation that a list began with, until the list ends. The service's own reader of it is closed a minute after a newer generation is
 * published; from the publication on a reader of the list's own takes its place. `epoch` gives null where the generation is gone.
 */
export const holdGeneration = (answers: Pick<Answers, 'epoch'>, readerAt: ReaderAt | undefined) => {
  const began = answers.epoch();
  let own: Readonly<{ epoch: Epoch; reader: PastReader }> | undefined;
  return {
    began,
    epoch: async (): Promise<Epoch | null> => {
      if (own !== undefined) return own.epoch;
      if (answers.epoch().reader === began.reader) return began;
      const reader = await readerAt?.(began.reader.generation);
      if (reader === undefined) return null;
      own = { reader, epoch: { ...began, reader } };
      return own.epoch;
    },
    close: (): void => own?.reader.close(),
  };
};
