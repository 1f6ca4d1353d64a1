import type { FastifyInstance } from 'fastify';
import t from 'tap';
import { readOnce, waitForFirst } from '../../src/jobs/first-start.ts';
import { followGenerations } from '../../src/serve.ts';
import { MovedFolderError } from '../../src/store/folder/moved.ts';
import type { Generations } from '../../src/store/generations.ts';
import { DatabaseUnreachable, HalfMovedError } from '../../src/store/postgres/faults.ts';

const away = new DatabaseUnreachable(new Error('Connection terminated unexpectedly'));

/** A store whose looks come out as these do, one after another. */
const looks = (...outcomes: readonly (Error | boolean)[]) => {
  const left = [...outcomes];
  return async (): Promise<boolean> => {
    const next = left.shift() ?? true;
    if (next instanceof Error) throw next;
    return next;
  };
};

t.test(
  'who waits for the first generation goes on waiting while the database is away or filled',
  async (t) => {
    const told: string[] = [];
    const refresh = looks(false, away, new HalfMovedError(), false);
    await waitForFirst({ refresh }, (text) => told.push(text), 1);
    t.match(told, [/^Waiting all the same: the database does not answer/]);
    t.equal(told.length, 1);
    const broken = looks(new Error('made up: a fault of ours'));
    await t.rejects(
      waitForFirst({ refresh: broken }, () => undefined, 1),
      /a fault of ours/,
    );
  },
);

t.test('who would read the first lists waits for a database that is away, too', async (t) => {
  const refresh = looks(away, true);
  const reader = () => ({ generation: 1 }) as ReturnType<Generations['reader']>;
  const told: string[] = [];
  const read = await readOnce(
    { store: { refresh, reader } as Parameters<typeof readOnce>[0]['store'], clock: () => new Date(0) },
    async () => 'read',
    (why) => told.push(why),
  );
  t.equal(read, null, 'another one has published meanwhile');
  t.match(told, [/does not answer/]);
});

t.test(
  'a process whose folder was moved into a database hears of it with the next look, and why',
  async (t) => {
    const app = { log: { error: () => undefined, info: () => undefined } } as unknown as FastifyInstance;
    const why = await new Promise<string>((gone) => {
      const stop = followGenerations(
        {
          reader: () => ({ generation: 1 }) as ReturnType<Generations['reader']>,
          refresh: looks(away, new MovedFolderError('/made-up')),
          whenPublished: (heard) => {
            heard();
            heard();
            return async () => undefined;
          },
        },
        app,
        { gone },
      );
      t.teardown(stop);
    });
    t.match(why, /^\/made-up was moved into a database.*LICET_DATABASE_URL/);
  },
);
