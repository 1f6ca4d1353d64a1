import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../clock.ts';
import type { RecordSpan } from '../../fetch/traces/span.ts';
import type { BatchDesk } from '../../http/batches/desk.ts';
import { registerBatches } from '../../http/batches/register.ts';
import type { Deps } from '../../http/deps.ts';
import { openBatchDesk } from './open-desk.ts';

/**
 * The addresses of lists, and the threads that read and answer them until the service closes; gives the desk, which pages hand lists to as
 * well. `record` is told of each list that was answered. Where a test sets the clock, the threads are told its instant.
 */
export const answerLists = (app: FastifyInstance, deps: Deps, record: RecordSpan): BatchDesk => {
  const { config, clock, state } = deps;
  const desk = openBatchDesk({
    settings: {
      data: config.data,
      testInstitutions: config.testInstitutions,
      base: config.baseUrl ?? '',
      now: clock === systemClock ? null : clock().toISOString(),
    },
    batches: () => state().batches,
    told: ({ rows, ...span }) => record({ name: 'list', ...span, attributes: { 'licet.rows': rows } }),
    fault: (cause) => app.log.error({ fault: String(cause) }, 'the thread that answers lists broke down'),
  });
  registerBatches(app, { ...deps, desk });
  return desk;
};
