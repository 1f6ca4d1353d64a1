import type { FastifyInstance } from 'fastify';
import { LEAST_ROOM, roomLeft } from '../../archive/room-left.ts';
import { ageingLists, WARNED_AT } from '../../ask/ageing-lists.ts';
import { LicetError } from '../../errors.ts';
import { watchArchive } from '../archive-watch.ts';
import type { ChainWatch } from '../chain-watch.ts';
import type { Deps } from '../deps.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { registerMetrics } from '../metrics/register.ts';
import { sendJson } from '../plugins/conditional.ts';

const hidden = { schema: { hide: true }, config: { counted: false } } as const;

/** What a supervisor asks: does it live, may it be asked, what does it measure. Not counted against anybody's share. */
export const registerOperations = (
  app: FastifyInstance,
  deps: Deps,
  metrics: Metrics,
  chainFault: ChainWatch,
): void => {
  app.get('/healthz', hidden, async (request, reply) => sendJson(request, reply, { status: 'alive' }));
  const archiveState = watchArchive(deps.archive, deps.reader, deps.clock);
  app.get('/readyz', hidden, async (request, reply) => {
    const reader = deps.reader();
    const { generation, reference, altered } = reader;
    // A registry without a hash is one that the database does not hold any more: nothing is answered from it.
    if (generation > 0 && reference.registryHash !== '') {
      // Answers come from the database: lost pages make them harder to check, not wrong, so 200 stays.
      const archive = await archiveState();
      const records = altered?.size ?? 0;
      const chain = await chainFault();
      const room = await roomLeft(deps.config.data);
      const full = room < LEAST_ROOM;
      const status = archive.missing > 0 || records > 0 || chain !== null || full ? 'degraded' : 'ready';
      const signs = deps.config.baseUrl ?? 'nothing: LICET_BASE_URL is not set';
      const sources = reference.sources.size;
      const ageing = (await ageingLists(reader, deps.clock())).filter(
        ({ daysLeft }) => daysLeft <= WARNED_AT[0],
      );
      // Said only where there are some: altered records get no answer, lists that soon stop deciding change answers, and on a full
      // disk no night is written, so that they grow old.
      const found = {
        ...(records > 0 ? { alteredRecords: records } : {}),
        ...(chain === null ? {} : { generations: chain }),
        ...(ageing.length > 0 ? { ageing } : {}),
        ...(full ? { freeBytes: room } : {}),
      };
      return sendJson(request, reply, { status, generation, sources, archive, signs, ...found });
    }
    reply.header('retry-after', 5);
    throw new LicetError('LICET_NOT_READY');
  });
  registerMetrics(app, deps, metrics);
};
