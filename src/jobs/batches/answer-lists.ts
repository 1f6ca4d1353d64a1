import type { FastifyInstance } from 'fastify';
import type { RecordSpan } from '../../fetch/traces/span.ts';
import type { BatchDesk } from '../../http/batches/desk.ts';
import { registerBatches } from '../../http/batches/register.ts';
import type { Deps } from '../../http/deps.ts';
import type { ReaderAt } from './hold-generation.ts';
import { openBatchDesk } from './open-desk.ts';

/**
 * The addresses of lists, the thread that reads them and the work of answering them until the service closes; gives the desk, which pages hand
 * lists to as well. `record` is told of each list that was answered; `readerAt` opens a generation that is no longer the newest.
 */
export const answerLists = (
  app: FastifyInstance,
  deps: Deps,
  record: RecordSpan,
  readerAt?: ReaderAt,
): BatchDesk => {
  const { answers, clock, config, state } = deps;
  const desk = openBatchDesk({
    answers,
    readerAt,
    state,
    clock,
    base: config.baseUrl ?? '',
    told: ({ rows, ...span }) => record({ name: 'list', ...span, attributes: { 'licet.rows': rows } }),
    fault: (cause) => app.log.error({ fault: String(cause) }, 'answering a list failed; it is gone on with'),
  });
  registerBatches(app, { ...deps, desk });
  return desk;
};
