import { once } from 'node:events';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { checkProcesses } from '../../src/jobs/doctor/check-surroundings.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { buildWorkerApp } from '../../src/worker-app.ts';
import { runHere } from '../cli/run-licet.ts';
import { TODAY } from '../support/app.ts';
import { spawnPlain } from '../support/child.ts';
import { openLists } from '../support/partner-lists.ts';

t.test(
  'a process that only answers takes a list, and one that only works answers it, and nobody else',
  async (t) => {
    const { post, ask, ended, store, archive, data } = await openLists(t, undefined, { jobs: false });
    const taken = (await post('医院名称\n北京协和医院\n')).json();
    t.match((await ask(`/v1/batches/${taken.id}`)).json(), { state: 'waiting', done: 0 });

    const config = { ...readConfig({ LICET_DATA: data }), log: 'silent' } as const;
    const log = new Writable({ write: (_chunk, _encoding, done) => done() });
    const worker = await buildWorkerApp({
      store,
      archive,
      config,
      clock: () => TODAY,
      log,
      tracing: undefined,
    });
    t.teardown(() => worker.close());
    const address = await worker.listen({ host: '127.0.0.1', port: 0 });
    t.match(await ended(taken.id), { state: 'done', done: 1 });

    t.match(await (await fetch(`${address}/readyz`)).json(), { status: 'ready', generation: 1 });
    t.equal((await fetch(`${address}/metrics`)).status, 401, 'what is measured is closed as in a service');
    const asked = await fetch(`${address}/v1/verify?name=Ruijin`);
    t.equal(asked.status, 404);
    t.match(await asked.json(), { code: 'LICET_UNKNOWN_ADDRESS' });

    const reader = (): Reader => {
      const now = store.reader();
      return { ...now, reference: { ...now.reference, registryHash: '' } };
    };
    const gone = await buildWorkerApp({
      store: { ...store, reader },
      archive,
      config,
      clock: () => TODAY,
      log,
      tracing: undefined,
    });
    t.teardown(() => gone.close());
    const ready = await gone.inject({ url: '/readyz' });
    t.match(
      [ready.statusCode, ready.json().code],
      [503, 'LICET_NOT_READY'],
      'nor is one ready whose registry is gone',
    );
  },
);

t.test('where processes answer and none works, the doctor says so', async (t) => {
  t.match(checkProcesses({ answering: 2, working: 0 }), [{ code: 'nobody-works' }]);
  for (const counts of [null, { answering: 0, working: 0 }, { answering: 2, working: 1 }])
    t.strictSame(checkProcesses(counts), []);
});

t.test('the command line says what serve and work do', async (t) => {
  const { code, out } = await runHere(t.testdir(), ['--help']);
  t.equal(code, 0);
  t.match(out, /serve [\s\S]*work /);
});

t.test('a signal ends a process that still waits for a first generation', async (t) => {
  const env = { ...process.env, LICET_DATA: t.testdir(), LICET_PORT: '0' };
  const waiting = spawnPlain([join(import.meta.dirname, '../../src/main.ts'), 'serve'], { env });
  for await (const said of waiting.stderr) if (String(said).includes('Nothing is published yet')) break;
  waiting.kill('SIGTERM');
  t.strictSame(await once(waiting, 'exit'), [0, null]);
});
