import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** What `npm start` and `npm run licet` load first. */
export const QUICK_START = new URL('../../src/quick-start.js', import.meta.url).href;

/** What `npm start` gives Node besides; the bare route keeps Node's own room for what is young, with which it is fastest. */
export const ROOM = '--max-semi-space-size=16';

export type Server = Readonly<{
  url: string;
  /** Resident memory, and processor time used since the start. */
  state: () => Promise<Readonly<{ memoryMb: number; cpuUs: number }>>;
  stop: () => void;
}>;

const heard = (child: ChildProcess): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`a server of the bench ended with code ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Record<string, unknown>);
    });
  });

/**
 * `licet-without-names`: for registries whose names index takes longer to build than the rest; exact names do not need it. `licet-at-once`: without waiting until names
 * on record are answered ahead, which takes minutes where there are many.
 * `licet-public`: with a public address, which credentials and the log need.
 */
export type ServerKind = 'bare' | 'licet' | 'licet-at-once' | 'licet-without-names' | 'licet-public';

/** Starts one server in a process of its own and waits until it listens on a free loopback port. */
export const startServer = async (kind: ServerKind, argument: string): Promise<Server> => {
  const child = fork(join(import.meta.dirname, 'server.ts'), [kind, argument], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...(kind === 'bare' ? [] : [ROOM]), '--import', QUICK_START],
  });
  const { port } = await heard(child);
  return {
    url: `http://127.0.0.1:${port}`,
    state: async () => {
      const answer = heard(child);
      child.send('state');
      const { rss, cpuUs } = await answer;
      return { memoryMb: Number(rss) / 1_048_576, cpuUs: Number(cpuUs) };
    },
    stop: () => void child.send('stop'),
  };
};
