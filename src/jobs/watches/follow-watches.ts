import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../clock.ts';
import type { Deps } from '../../http/deps.ts';
import { faultInLog } from '../../store/storage-fault.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { basisOf } from '../../watch/compare.ts';
import { openWatching } from './watching.ts';

/**
 * The thread that compares watches and sends their events, from when the service listens until it closes. Where a test sets the clock,
 * the thread is told its instant.
 */
export const followWatches = (app: FastifyInstance, deps: Deps): void => {
  const { config, clock, state, answers } = deps;
  const { data, testInstitutions, baseUrl, fetch, contact, mail } = config;
  const now = clock === systemClock ? null : clock().toISOString();
  const watching = openWatching({
    settings: { data, testInstitutions, base: baseUrl ?? '', now, fetch, contact, mail },
    hasWork: async () =>
      (await state().watches.isStale(basisOf(answers.epoch()))) ||
      (fetch && (await state().watchHooks.hasDue(clock().toISOString()))) ||
      (mail !== null && (await state().watchMail.hasDue(clock().toISOString(), shanghaiDay(clock())))),
    fault: (cause) => app.log.error(faultInLog(cause), 'watches could not be compared or told'),
  });
  app.addHook('onListen', async () => watching.start());
  app.addHook('onClose', () => watching.close());
};
