import type { FastifyInstance } from 'fastify';
import type { RecordSpan } from '../../fetch/traces/span.ts';
import type { BatchDesk } from '../../http/batches/desk.ts';
import { registerBatches } from '../../http/batches/register.ts';
import type { Deps } from '../../http/deps.ts';
import { faultInLog } from '../../store/storage-fault.ts';
import type { ReaderAt } from './hold-generation.ts';
import { type Answering, openAnswering, openBatchDesk } from './open-desk.ts';

/** Between two looks for a list that another process took, or left behind as it ended, in milliseconds. */
const LOOK_MS = 2_000;

/**
 * Answers lists in this process, whoever took them, from when it listens until it closes. `record` is told of each list that was answered;
 * `readerAt` opens a generation that is no longer the newest.
 */
export const workOnLists = (
  app: FastifyInstance,
  { answers, clock, config, state }: Deps,
  record: RecordSpan,
  readerAt?: ReaderAt,
): Answering => {
  const fault = (cause: unknown): void =>
    app.log.error(faultInLog(cause), 'answering a list failed; it is gone on with');
  const answering = openAnswering({
    answers,
    readerAt,
    state,
    clock,
    base: config.baseUrl ?? '',
    told: ({ rows, ...span }) => record({ name: 'list', ...span, attributes: { 'licet.rows': rows } }),
    fault,
  });
  const look = async (): Promise<void> => {
    if (await state().batches.hasOpen()) answering.wake();
  };
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', async () => {
    answering.wake();
    timer = setInterval(() => look().catch(fault), LOOK_MS).unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await answering.close();
  });
  return answering;
};

/**
 * The addresses of lists and the thread that reads them; gives the desk, which pages hand lists to as well. `answering`: who answers
 * them here; null where another process does.
 */
export const takeLists = (app: FastifyInstance, deps: Deps, answering: Answering | null): BatchDesk => {
  const desk = openBatchDesk(deps, answering);
  registerBatches(app, { ...deps, desk });
  return desk;
};
