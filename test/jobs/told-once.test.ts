import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { spawnPlain } from '../support/child.ts';
import { startReceiver } from '../support/receiver.ts';
import { watchedNights } from '../support/watched-nights.ts';

const child = join(import.meta.dirname, '../support/telling-watches.ts');
const HOSPITALS = 60;
const names = Array.from({ length: HOSPITALS }, (_, at) => `编造第${at + 1}示例医院`);

t.test(
  'a service that is killed while it sends tells every change, and a receiver that drops known ids sees each once',
  async (t) => {
    const { dir, night, compare, keyOf, watch, state } = await watchedNights(t);
    await night(Object.fromEntries(names.map((name) => [name, 'active'])), '2026-02-01');
    const key = await keyOf('Made-up Agency');
    const id = await watch(key, names);
    await compare();
    const receiver = await startReceiver();
    t.teardown(receiver.close);
    const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
    await state.watchHooks.put({ watch: id, url: receiver.url, secret, since: '2026-02-01T00:00:00.000Z' });
    await night(Object.fromEntries(names.map((name) => [name, 'revoked'])), '2026-02-02');
    for (const [killed, until] of [HOSPITALS / 2, HOSPITALS].entries()) {
      // What the killed one held for itself is free by the time the next one looks.
      const run = spawnPlain([child, dir, `2026-02-02T14:0${killed}:00Z`]);
      const gone = once(run, 'close');
      while (new Set(receiver.seen.map(({ headers }) => headers['webhook-id'])).size < until) await wait(2);
      run.kill('SIGKILL');
      await gone;
    }
    const ids = receiver.seen.map(({ headers }) => String(headers['webhook-id']));
    t.strictSame([...new Set(ids)].sort(), names.map((_, at) => `${id}-${at + 1}`).sort());
    t.ok(ids.length - HOSPITALS <= 2, 'at most the one under way is sent again after each kill', { ids });
  },
);
