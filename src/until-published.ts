import type { Terminal } from './cli/terminal.ts';
import { systemClock } from './clock.ts';
import type { Registry } from './jobs/data-folder.ts';
import type { FirstNightEvent } from './jobs/first-night-worker.ts';
import type { openNames } from './jobs/names/names-index.ts';
import type { NightReport } from './jobs/night.ts';
import type { Role } from './role.ts';
import { StartError } from './serve.ts';

export type Say = (text: string) => void;
export type Names = ReturnType<typeof openNames>;

/** What is told of a first night while it is read; `placing` when all rows were accepted. */
const shown = async (terminal: Terminal, placing: () => void) => {
  const { progressOn } = await import('./cli/progress.ts');
  let progress: ReturnType<typeof progressOn> | undefined;
  let placed = false;
  return {
    hear: (event: FirstNightEvent): void => {
      if (event.event === 'begun') progress = progressOn(terminal.watch, event.sources);
      else progress?.show(event);
      if (event.event === 'reconcile' && !placed) placing();
      placed ||= event.event === 'reconcile';
    },
    stop: () => progress?.stop(),
  };
};

/**
 * The first start reads what ships with the product; later ones find it done and read nothing. Meanwhile this thread loads what answers,
 * and another one reads names for their index.
 */
const fill = async (
  data: Registry,
  folder: string,
  names: Names,
  terminal: Terminal,
  say: Say,
): Promise<void> => {
  say('First start: reading the bundled sources.');
  const [{ firstNight }, { readOnce }] = await Promise.all([
    import('./jobs/first-night.ts'),
    import('./jobs/first-start.ts'),
  ]);
  const read = async (): Promise<NightReport> => {
    const { hear, stop } = await shown(terminal, names.ahead());
    const night = firstNight(folder, hear);
    // Should one of them fail to load, it fails again where it is needed.
    void import('./answer-early.ts').catch(() => undefined);
    const report = await night.finally(stop);
    await data.store.refresh();
    return report;
  };
  const waiting = (why: string): void => say(`Waiting for another process: ${why}.`);
  const night = await readOnce({ store: data.store, clock: systemClock }, read, waiting);
  if (data.store.reader().generation > 0) return;
  const [why = 'no source could be read'] = (night?.sources ?? []).flatMap(({ refusals }) => refusals);
  throw new StartError(`${folder} holds nothing to answer from: ${why}`);
};

/** Waits for the first generation, or reads what ships with the product, as is this role's. */
export const untilPublished = async (
  data: Registry,
  { role, folder, names }: Readonly<{ role: Role; folder: string; names: Names }>,
  terminal: Terminal,
  say: Say,
) => {
  if (data.store.reader().generation > 0) return;
  if (role !== 'serve') return fill(data, folder, names, terminal, say);
  say('Nothing is published yet: waiting for a process that works (licet work, or npm start).');
  await (await import('./jobs/first-start.ts')).waitForFirst(data.store, say);
};
