import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { keepStateIn } from '../../src/store/open-store.ts';
import { spawnPlain } from '../support/child.ts';
import { engines } from '../support/engines.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const nights = join(import.meta.dirname, '../support/endless-nights.ts');
const service = join(import.meta.dirname, '../../src/main.ts');

if (engines.length > 1)
  t.test(
    'a night killed in a database leaves it whole, a process that only answers does so, and the next night goes on',
    async (t) => {
      const folder = t.testdir();
      const database = await emptyDatabase();
      const night = spawnPlain([nights, join(folder, 'one'), database]);
      for (let done = 0; done < 2; done += 1)
        await new Promise((resolve) => night.stdout.once('data', resolve));
      night.kill('SIGKILL');
      await new Promise((resolve) => night.once('exit', resolve));

      const env = {
        ...process.env,
        LICET_DATA: join(folder, 'another'),
        LICET_DATABASE_URL: database,
        LICET_PORT: '0',
        LICET_NIGHTLY: 'off',
      };
      const serving = spawnPlain([service, 'serve'], { env });
      let said = '';
      const address = await new Promise<string>((resolve) =>
        serving.stderr.on('data', (some) => {
          said += String(some);
          const [, found] = /(http:\/\/[^/]+)\/docs/.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        }),
      );
      const answer = await fetch(`${address}/v1/verify?name=${encodeURIComponent('编造第7示例医院')}`);
      const { generation } = (await answer.json()) as Readonly<{ generation: number }>;
      const output = text(serving.stdout);
      serving.kill('SIGTERM');
      await output;

      const data = join(folder, 'third');
      keepStateIn(data, database);
      const toy = await openToy(data);
      t.teardown(() => toy.store.close());
      t.ok(generation >= 2, 'what was published before the kill is there');
      t.equal(toy.store.reader().generation, generation);
      const { newest, faults } = await toy.store.integrity.chain();
      t.strictSame([newest?.number, faults], [generation, []]);
      const next = await toy.night([toySource(data, [toyRecord('编造示例医院')])]);
      t.match(next, { generation: generation + 1, raised: true });
      t.equal(
        await toy.store.integrity.registryHash(),
        next.registryHash,
        'no row of a night that ended half',
      );
    },
  );
