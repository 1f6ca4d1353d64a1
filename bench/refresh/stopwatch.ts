/** Milliseconds by the clock on the wall, and of this thread's own work, which other work on the machine does not lengthen. */
export type Taken = Readonly<{ ms: number; cpu: number }>;

/** Starts a stopwatch of the thread it is called in. */
export const stopwatch = (): (() => Taken) => {
  const begun = performance.now();
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return { ms: performance.now() - begun, cpu: (user + system) / 1000 };
  };
};
