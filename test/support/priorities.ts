import { readdirSync, readFileSync } from 'node:fs';

/** The priorities of this process's threads, as the kernel says them (`nice`: higher gives way to lower). Linux alone. */
export const priorities = (): readonly number[] =>
  readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      // Behind the name, which may hold anything, stand the fields from the third on; nice is the nineteenth.
      return Number(
        readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[16],
      );
    } catch {
      return []; // It ended meanwhile.
    }
  });
