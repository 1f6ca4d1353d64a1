import { createAnswers } from './ask/answers.ts';
import { openPastGenerations } from './ask/past-generations.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDemand } from './http/demand.ts';
import type { Deps, KeptBytes } from './http/deps.ts';
import { createQuestionQuota } from './http/question-quota.ts';
import { runsShown, type ShownStore } from './jobs/runs-shown.ts';
import { openPractitioners, type Practitioners } from './registry/practitioners.ts';
import type { Generations } from './store/generations.ts';
import type { Integrity } from './store/integrity/integrity.ts';
import type { Leases } from './store/leases.ts';
import { openServiceState } from './store/open-store.ts';

/** What a process needs to be given before it can answer anything. */
export type DepsNeeds = Readonly<{
  store: Pick<Generations, 'reader'> &
    Partial<Generations & Pick<Leases, 'dropLease'> & Readonly<{ integrity: Integrity }>> &
    ShownStore;
  archive: KeptBytes;
  config: Config;
  clock: Clock;
}>;

/** Opened by the first request that needs it: a service that is never asked about a physician has no file of them. */
const openLate = <T extends Readonly<{ close(): void | Promise<void> }>>(open: () => T) => {
  let opened: T | undefined;
  return {
    get: (): T => {
      opened ??= open();
      return opened;
    },
    close: async (): Promise<void> => opened?.close(),
  };
};

/** What every route and every job of a process is handed; `physicians` is handed to few. `close` closes what was opened for it. */
export const openDeps = ({
  store,
  archive,
  config,
  clock,
}: DepsNeeds): Readonly<{ deps: Deps; physicians: () => Practitioners; close: () => Promise<void> }> => {
  const reader = () => store.reader();
  const past = store.readerAt === undefined ? undefined : openPastGenerations(store.readerAt, reader);
  const people = openLate(() => openPractitioners(config.data));
  const state = openLate(() => openServiceState(config.data));
  const answers = createAnswers(reader, clock, config, past, people.get);
  const questionQuota = createQuestionQuota({ people: people.get, state: state.get, clock });
  const runs = runsShown(store, reader);
  const demand = createDemand(() => state.get().demand, clock);
  return {
    deps: { reader, archive, runs, state: state.get, answers, config, clock, questionQuota, demand },
    physicians: people.get,
    close: async () => {
      past?.close();
      await Promise.all([people.close(), state.close()]);
    },
  };
};
