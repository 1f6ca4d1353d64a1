import { buildApp } from '../../src/app.ts';
import { harvestNow } from '../../src/cli/registry.ts';
import { terminalOf } from '../../src/cli/terminal.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { openNames } from '../../src/jobs/names/names-index.ts';
import { startSchedule } from '../../src/jobs/schedule.ts';
import { followGenerations, listen } from '../../src/serve.ts';

/**
 * The service as src/main.ts starts it, as a child process, but for three things: its nights read a made-up list from an origin
 * on this machine, they begin when the bench says so, and it tells the bench what it does. Arguments: data folder, folder of sources.
 */
export type ServiceNews =
  | Readonly<{ news: 'listening'; address: string }>
  | Readonly<{ news: 'night'; ms: number; raised: boolean }>
  | Readonly<{ news: 'moved'; generation: number }>
  | Readonly<{ news: 'fault'; about: unknown }>;

const tell = (news: ServiceNews): void => void process.send?.(news);
const [folder = '', catalogue = ''] = process.argv.slice(2);
const data = await openFolder(folder);
if (data.store.reader().generation === 0)
  await harvestNow(data, terminalOf(process.stdout, process.stderr), systemClock());
const names = openNames(data.store, folder);
await names.ready();
const config = { ...readConfig({ LICET_DATA: folder, LICET_LOG: 'silent' }), rateLimit: 0 };
const app = await buildApp({ ...data, config, clock: systemClock });
const address = await listen(app, { host: '127.0.0.1', port: 0, settings: 'LICET' });
followGenerations(data.store, app, {
  before: names.prepare,
  ready: names.ready,
  moved: () => tell({ news: 'moved', generation: data.store.reader().generation }),
});

const night = (): void => {
  const schedule = startSchedule(
    {
      data: folder,
      contact: null,
      fetch: true,
      look: '* * * * * *',
      jitterMs: 1,
      catalogue,
      fetchSettings: { allowLoopback: true, gapMs: 0 },
    },
    {
      info: (about, text) => {
        if (text !== 'the night is over') return;
        const { ms, raised } = about as { ms: number; raised: boolean };
        void schedule.stop().then(() => tell({ news: 'night', ms, raised }));
      },
      error: (about) => tell({ news: 'fault', about }),
    },
  );
};

process.on('message', (asked) => {
  if (asked === 'night') night();
});
process.on('disconnect', () => process.exit());
tell({ news: 'listening', address });
