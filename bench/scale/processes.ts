import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOM } from '../http/child.ts';

const root = join(import.meta.dirname, '../..');

/** A process of the service: where it answers, and how it is ended at once. */
export type Started = Readonly<{ child: ChildProcess; address: string }>;

/** Starts a process of the service on a database; resolves when it listens. */
export const startRole = async (role: 'serve' | 'work', database: string, data: string): Promise<Started> => {
  const child = spawn(process.execPath, [ROOM, '--import', './src/quick-start.js', 'src/main.ts', role], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      LICET_DATA: data,
      LICET_DATABASE_URL: database,
      LICET_PORT: '0',
      LICET_NIGHTLY: 'off',
      LICET_RATE_LIMIT: '0',
      LICET_LOG: 'error',
    },
  });
  let said = '';
  for (;;) {
    const [some] = await Promise.race([once(child.stderr, 'data'), once(child, 'exit').then(() => [null])]);
    if (some === null) throw new Error(`${role} ended: ${said}`);
    said += String(some);
    const address = /(http:\/\/127\.0\.0\.1:\d+)\/(?:docs|readyz)/.exec(said)?.[1];
    if (address !== undefined) return { child, address };
  }
};

/** The process that publishes nights; `night` resolves with the generation it published. */
export const startNights = async (database: string, data: string, size: number) => {
  const child = fork(join(import.meta.dirname, 'nights.ts'), [data, database, String(size)]);
  await once(child, 'message');
  return {
    night: async (): Promise<number> => {
      child.send('night');
      const [{ generation }] = (await once(child, 'message')) as [Readonly<{ generation: number }>];
      return generation;
    },
    end: () => child.kill(),
  };
};

/** Ticks of the kernel's clock a second. */
const TICKS = 100;

const statOf = (pid: string | number): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
};

/** Fields of /proc/PID/stat behind the name, added up: own time is 11 and 12, that of children that ended 13 and 14. */
const secondsOf = (pid: string | number, fields: readonly number[]): number => {
  const stat = statOf(pid);
  return fields.reduce((sum, field) => sum + Number(stat[field] ?? 0), 0) / TICKS;
};

/** Processor time a process has taken, in seconds (Linux). */
export const cpuOf = ({ child }: Started): number => secondsOf(child.pid ?? 0, [11, 12]);

const childrenOf = (parent: string | number): readonly string[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)[1] === String(parent));

const isPostgres = (pid: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
};

/** The same of the database server that this process started: of its connections, those that ended among them. */
export const cpuOfDatabase = (): number =>
  childrenOf(process.pid)
    .filter(isPostgres)
    .reduce(
      (sum, server) =>
        childrenOf(server).reduce(
          (total, pid) => total + secondsOf(pid, [11, 12]),
          sum + secondsOf(server, [11, 12, 13, 14]),
        ),
      0,
    );
