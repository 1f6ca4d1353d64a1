import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { MAX_WATCHES } from '../../../schema/watch.ts';
import { LicetError } from '../../errors.ts';
import type { NewWatch, NewWatchEntry } from '../../store/service/watches.ts';
import type { Deps } from '../deps.ts';
import { noteAct, partnerOf } from '../partners/partner-of.ts';

/** Keeps a watch of this request's partner; gives its id, which cannot be guessed. Throws LICET_TOO_MANY_WATCHES. */
export const addWatch = async (
  deps: Pick<Deps, 'state' | 'clock'>,
  request: FastifyRequest,
  watch: Pick<NewWatch, 'name' | 'lang' | 'tell'>,
  entries: readonly NewWatchEntry[],
): Promise<string> => {
  const id = `w_${randomBytes(16).toString('hex')}`;
  await noteAct(deps, request, 'watch.add', id);
  const kept = { ...watch, id, partner: partnerOf(request), createdAt: deps.clock().toISOString() };
  if (await deps.state().watches.add(kept, entries, MAX_WATCHES)) return id;
  throw new LicetError('LICET_TOO_MANY_WATCHES');
};
