import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { engines } from '../support/engines.ts';
import { emptyDatabase } from '../support/postgres.ts';

if (engines.length > 1)
  t.test(
    'whoever opens a database in one thread shares eight connections, which end with the last of them',
    async (t) => {
      const url = await emptyDatabase();
      const watching = openDatabase(url, { name: 'made-up watcher' });
      t.teardown(watching.close);
      const connections = async (): Promise<number> => {
        const [counted] = await watching.pool
          .prepare<[], { n: number }>(
            "SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'made-up server'",
          )
          .all();
        return counted?.n ?? 0;
      };
      const opened = Array.from({ length: 4 }, () => openDatabase(url, { name: 'made-up server' }));
      await Promise.all(opened.map(({ ready }) => ready()));
      const asking = opened.flatMap(({ pool }) =>
        Array.from({ length: 20 }, () => pool.prepare('SELECT pg_sleep(0.02)').all()),
      );
      let isAsking = true;
      const asked = Promise.all(asking).then(() => {
        isAsking = false;
      });
      let most = 0;
      while (isAsking) most = Math.max(most, await connections());
      await asked;
      t.ok(most > 0 && most <= 8, `${most} at most`);

      const [last, ...others] = opened;
      await Promise.all(others.map(({ close }) => close()));
      await Promise.all(others.map(({ close }) => close()));
      t.strictSame(
        await last?.pool.prepare('SELECT 1 AS n').all(),
        [{ n: 1 }],
        'closed twice by one, it is still open for another',
      );
      await last?.close();
      for (let tries = 0; tries < 50 && (await connections()) > 0; tries += 1) await wait(20);
      t.equal(await connections(), 0);
    },
  );
