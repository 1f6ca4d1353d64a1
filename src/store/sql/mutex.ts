/** Runs one task at a time, in the order in which they were handed in; gives what the task gives. */
export type Mutex = <T>(task: () => T | Promise<T>) => Promise<T>;

/**
 * Lets one writing task at a time through: a transaction that waits for promises must not be joined by another. A task that
 * throws lets the next one through all the same.
 */
export const createMutex = (): Mutex => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
};
