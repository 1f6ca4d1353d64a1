import { setPriority } from 'node:os';

/** How far behind: beside a thread that is not, this one gets a tenth of a processor, and all of one that nobody else wants. */
const BEHIND = 10;

/**
 * Lets this thread alone wait behind the other threads of the machine wherever they want the same processor, for as long as it lives: what is done at
 * night, and what nobody waits for, takes what those who answer leave. Linux keeps a priority for each thread, and 0 means the one that asks; elsewhere
 * 0 is the whole process, which must not be slowed, and nothing is done.
 */
export const stepBehindOthers = (): void => {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, BEHIND);
  } catch {
    // Where it may not be asked for, the threads share as before.
  }
};
