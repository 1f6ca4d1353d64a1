import type { Terminal } from './cli/terminal.ts';
import { systemClock } from './clock.ts';
import type { Registry } from './jobs/data-folder.ts';
import type { FirstNight } from './jobs/first-night.ts';
import type { FirstNightEvent } from './jobs/first-night-worker.ts';
import type { openNames } from './jobs/names/names-index.ts';
import type { NightReport } from './jobs/night.ts';
import type { Role } from './role.ts';
import { StartError } from './serve.ts';

export type Say = (text: string) => void;
export type Names = ReturnType<typeof openNames>;

/** What is told of a first night while it is read; `begun` when its thread has loaded what reads, `placing` when all rows were accepted. */
const shown = async (terminal: Terminal, begun: () => void, placing: () => void) => {
  const { progressOn } = await import('./cli/progress.ts');
  let progress: ReturnType<typeof progressOn> | undefined;
  let placed = false;
  return {
    hear: (event: FirstNightEvent): void => {
      if (event.event === 'begun') {
        progress = progressOn(terminal.watch, event.sources);
        begun();
      } else progress?.show(event);
      if (event.event === 'reconcile' && !placed) placing();
      placed ||= event.event === 'reconcile';
    },
    stop: () => progress?.stop(),
  };
};

type Filling = Readonly<{ folder: string; names: Names; first: FirstNight | undefined }>;

/**
 * The first start reads what ships with the product; later ones find it done and read nothing. While rows are placed this thread loads what
 * answers, and another one reads names for their index: that is opened when the thread of the night has loaded its files, and kept what it
 * made of them.
 */
const fill = async (data: Registry, given: Filling, terminal: Terminal, say: Say): Promise<void> => {
  const { folder, names } = given;
  say('First start: reading the bundled sources.');
  const [{ openFirstNight }, { readOnce }] = await Promise.all([
    import('./jobs/first-night.ts'),
    import('./jobs/first-start.ts'),
  ]);
  let opened = given.first;
  const read = async (): Promise<NightReport> => {
    let readAhead = (): void => undefined;
    const begun = (): void => {
      readAhead = names.ahead();
    };
    const placing = (): void => {
      readAhead();
      // Should one of them fail to load, it fails again where it is needed.
      void import('./answer-early.ts').catch(() => undefined);
    };
    const { hear, stop } = await shown(terminal, begun, placing);
    const night = opened ?? openFirstNight();
    opened = undefined;
    const report = await night.read(folder, hear).finally(stop);
    await data.store.refresh();
    return report;
  };
  const waiting = (why: string): void => say(`Waiting for another process: ${why}.`);
  const night = await readOnce({ store: data.store, clock: systemClock }, read, waiting);
  // Where another process published, nobody has asked it.
  opened?.leave();
  if (data.store.reader().generation > 0) return;
  const [why = 'no source could be read'] = (night?.sources ?? []).flatMap(({ refusals }) => refusals);
  throw new StartError(`${folder} holds nothing to answer from: ${why}`);
};

/** Waits for the first generation, or reads what ships with the product, as is this role's. */
export const untilPublished = async (
  data: Registry,
  { role, ...filling }: Filling & Readonly<{ role: Role }>,
  terminal: Terminal,
  say: Say,
) => {
  if (data.store.reader().generation > 0) return filling.first?.leave();
  if (role !== 'serve') return fill(data, filling, terminal, say);
  say('Nothing is published yet: waiting for a process that works (licet work, or npm start).');
  await (await import('./jobs/first-start.ts')).waitForFirst(data.store, say);
};
