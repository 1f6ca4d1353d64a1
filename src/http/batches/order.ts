import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import type { AddedBatch } from '../../store/service/batches.ts';
import { noteAct } from '../partners/partner-of.ts';
import type { BatchRouteDeps } from './deps.ts';
import type { BatchOrder } from './desk.ts';

/** Most bytes of a list. */
export const MOST_BYTES = 25 * 1_048_576;
/** Lists of one partner that are not ended. */
const MOST_OPEN = 5;
/** How long a list is kept, in milliseconds. */
const KEPT_MS = 30 * 86_400_000;

/** What a partner says of a list that it hands in. */
type SaidOfList = Pick<
  BatchOrder,
  'partner' | 'file' | 'lang' | 'own' | 'defaults' | 'idempotencyKey' | 'held'
>;

/** The order for a list of these bytes, under an id that cannot be guessed. */
export const orderFor = (said: SaidOfList, body: Buffer, now: Date): BatchOrder => {
  const { file, lang, own, defaults } = said;
  const asked = JSON.stringify([file, lang, own, defaults.service, defaults.claim ?? [], defaults.asOf]);
  return {
    ...said,
    id: `list_${randomBytes(16).toString('base64url')}`,
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + KEPT_MS).toISOString(),
    bodyHash: createHash('sha256').update(asked).update(body).digest('hex'),
    mostOpen: MOST_OPEN,
  };
};

/** Has a list read and kept, and answered where it is not held; throws LicetError where it is not taken. */
export const takeList = async (
  deps: BatchRouteDeps,
  request: FastifyRequest,
  order: BatchOrder,
  body: Buffer,
): Promise<AddedBatch & Readonly<{ id: string }>> => {
  await noteAct(deps, request, 'batch.add', order.id);
  const taken = await deps.desk.take(body, order);
  if (taken.state === 'conflict') throw new LicetError('LICET_IDEMPOTENCY_KEY_USED');
  if (taken.state === 'too-many') throw new LicetError('LICET_TOO_MANY_BATCHES');
  if (!order.held) deps.desk.wake();
  return taken;
};
